const isRow = (line = '') => /^\s*\|.*\|\s*$/.test(line);
/** As a sheet or a table of Word is copied. */
const isCopied = (line = '') => /^[^\s|<#-][^\t]*(\t[^\t]*)+$/.test(line);
/** The line under a table's first row. */
const isUnderHead = (line = '') => /^\s*\|(\s*:?-+:?\s*\|)+\s*$/.test(line);
const isBlank = (line = '') => line.trim() === '';

/** Makes the tables in a text whole, with a line under the first row and the same fields in each; notes each that was not. */
export function mendedTables(text: string, note: () => void): string {
	const lines = text.split('\n');
	const mended: string[] = [];
	while (lines.length > 0) {
		const run = rowsFirstIn(lines);
		if (run.length < 2) {
			mended.push(lines.shift() ?? '');
			continue;
		}
		const rows = run.filter((line) => !isBlank(line));
		const table = wholeTable(rows) ?? rows;
		lines.splice(0, run.length);
		// What stands right below would be a row as well.
		const isTouched = lines.length > 0 && !isBlank(lines[0]);
		mended.push(...table, ...(isTouched ? [''] : []));
		if (isTouched || table.join('\n') !== run.join('\n')) note();
	}
	return mended.join('\n');
}

/** The rows that a text begins with. Between those of one table a blank line may stand, as the editor leaves it. */
function rowsFirstIn(lines: readonly string[]): string[] {
	const is = isRow(lines[0]) ? isRow : isCopied;
	if (!is(lines[0])) return [];
	let end = 1;
	while (end < lines.length) {
		if (is(lines[end])) end++;
		else if (is === isRow && isGap(lines, end)) end += 2;
		else break;
	}
	return lines.slice(0, end);
}

/** Whether a blank line parts two rows of one table, and not two tables. */
function isGap(lines: readonly string[], at: number): boolean {
	return isBlank(lines[at]) && isRow(lines[at + 1]) && !isUnderHead(lines[at + 2]);
}

/** Nothing where it is whole, or where nobody knows which field is too many. */
function wholeTable(lines: readonly string[]): string[] | undefined {
	const [head = [], ...others] = lines.map(cellsOf);
	const isLine = (row: readonly string[]) => row.every((cell) => /^:?-+:?$/.test(cell));
	const rows = others.filter((row) => !isLine(row));
	if (head.includes('') || rows.some(({ length }) => length > head.length)) return undefined;
	const isWhole = isLine(others[0] ?? []) && others.every(({ length }) => length === head.length);
	if (isWhole && rows.length === others.length - 1) return undefined;
	const full = rows.map((row) => head.map((_, at) => row[at] ?? ''));
	return [head, head.map(() => '---'), ...full].map((row) => `| ${row.join(' | ')} |`);
}

function cellsOf(line: string): string[] {
	const cells = isRow(line)
		? line
				.trim()
				.slice(1, -1)
				.split(/(?<!\\)\|/)
		: line.replaceAll('|', '\\|').split('\t');
	return cells.map((cell) => cell.trim());
}

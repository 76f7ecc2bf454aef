import CMS, { type CustomFieldControlProps, type EditorComponentDefinition } from '@sveltia/cms';
import { createClass, h } from './react.ts';

const cell = String.raw`(?:\\.|[^|\n\\])*\|`;
const row = String.raw`\|(?:${cell})+`;
const line = String.raw`\|(?: *:?-+:? *\|)+`;
const divider = new RegExp(`^${line}$`);
const empty = '|  |  |\n| --- | --- |\n|  |  |';

/** A Markdown table with a form for its cells. Sveltia's rich text cannot make one, and loses some cells. */
export const table = {
	id: 'Tabel',
	label: 'Tabel',
	fields: [{ name: 'text', label: 'Felter', widget: 'tabel' }],
	pattern: new RegExp(String.raw`^${row}\n${line}(?:\n${row})*$`, 'm'),
	fromBlock: ([text]: string[]) => ({ text }),
	toBlock: ({ text = '' }: { text?: string }) => text || empty,
	toPreview: ({ text = '' }: { text?: string }) => {
		const shown = document.createElement('preview-table');
		// The text is shown without this component: its preview would call itself without end.
		CMS.renderRichText(shown, text, { fieldConfig: { editor_components: [] } });
		return shown;
	},
} satisfies EditorComponentDefinition;

export function registerTable(): void {
	CMS.registerFieldType('tabel', Grid);
	CMS.registerEditorComponent(table);
}

type Rows = string[][];

const Grid = createClass<CustomFieldControlProps, { rows: Rows }>({
	getInitialState() {
		return { rows: rowsIn((this.props.value as string) || empty) };
	},
	render() {
		const { rows } = this.state;
		const change = (changed: Rows) => {
			this.setState({ rows: changed });
			this.props.onChange(markdown(changed));
		};
		const fields = rows.map((cells, at) =>
			h(
				'div',
				{ key: at, style: { display: 'flex' } },
				cells.map((text, column) =>
					h('input', {
						key: column,
						className: this.props.classNameWrapper,
						style: { flex: 1, minWidth: 0 },
						'aria-label': `Række ${at + 1}, kolonne ${column + 1}`,
						value: text,
						onChange: ({ currentTarget }) =>
							change(withCells(rows, at, column, [[currentTarget.value]])),
						// Cells copied from a spreadsheet fill the table from this field on.
						onPaste: (event) => {
							const pasted = event.clipboardData?.getData('text/plain').trimEnd() ?? '';
							if (!/[\t\n]/.test(pasted)) return;
							event.preventDefault();
							const cells = pasted.split(/\r?\n/).map((each) => each.split('\t'));
							change(withCells(rows, at, column, cells));
						},
					}),
				),
			),
		);
		const [head = []] = rows;
		return h('div', { id: this.props.forID }, [
			...fields,
			button('Ny række', () => change([...rows, head.map(() => '')])),
			button('Ny kolonne', () => change(rows.map((cells) => [...cells, '']))),
			button('Fjern nederste række', () => change(rows.slice(0, Math.max(1, rows.length - 1)))),
			button('Fjern sidste kolonne', () =>
				change(rows.map((cells) => cells.slice(0, Math.max(1, cells.length - 1)))),
			),
		]);
	},
});

function button(label: string, onClick: () => void) {
	const style = {
		margin: '0.5rem 0.5rem 0 0',
		border: '1px solid',
		borderRadius: '0.25rem',
		padding: '0.25rem 0.5rem',
	};
	return h('button', { key: label, type: 'button', style, onClick }, label);
}

/** The rows with new cells from a place on. The table grows if they need it. */
function withCells(rows: Rows, from: number, column: number, cells: Rows): Rows {
	const height = Math.max(rows.length, from + cells.length);
	const width = Math.max(rows[0]?.length ?? 0, ...cells.map(({ length }) => column + length));
	return Array.from({ length: height }, (_, at) =>
		Array.from(
			{ length: width },
			(_, nth) => cells[at - from]?.[nth - column] ?? rows[at]?.[nth] ?? '',
		),
	);
}

function rowsIn(text: string): Rows {
	const rows = text.split('\n').filter((_, at) => at !== 1);
	return rows.map((each) =>
		each
			.slice(1, -1)
			.split(/(?<!\\)\|/)
			.map((cell) => cell.trim().replaceAll('\\|', '|')),
	);
}

function markdown(rows: Rows): string {
	const [head = '', ...others] = rows.map(
		(cells) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
	);
	return [head, `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`, ...others].join('\n');
}

/** Adds the line under the first row of a table, which Sveltia leaves out of a pasted one. */
export function withHeads(body: string): string {
	const lines = body.split('\n');
	const isRow = (each = '') => /^\|.*\|$/.test(each);
	return lines
		.flatMap((each, at) => {
			const next = lines[at + 1] ?? '';
			if (!isRow(each) || isRow(lines[at - 1]) || !isRow(next) || divider.test(next)) return [each];
			return [each, `|${' --- |'.repeat(rowsIn(each)[0]?.length ?? 0)}`];
		})
		.join('\n');
}

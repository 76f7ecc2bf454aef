import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** What one part of the benchmarks found. */
export interface Part {
	title: string;
	/** When it was measured, and how long it took. */
	at: string;
	sections: readonly Section[];
}

export interface Section {
	title: string;
	text?: string;
	head: readonly string[];
	rows: readonly (readonly (string | number)[])[];
	chart?: Chart;
}

/** Horizontal bars; a limit is a line across them. */
export interface Chart {
	name: string;
	title: string;
	unit: string;
	bars: readonly { label: string; value: number; ours?: boolean }[];
	limit?: number;
}

const folder = import.meta.dirname;
const results = join(folder, 'results');
export const order = ['pages', 'function', 'load', 'build', 'scale', 'start'] as const;
export type PartName = (typeof order)[number];

/** Keeps what a part found, so that a report can be written when only one part was measured anew. */
export function keep(name: PartName, part: Part): void {
	mkdirSync(results, { recursive: true });
	writeFileSync(join(results, `${name}.json`), `${JSON.stringify(part, null, '\t')}\n`);
}

/** Writes `report.md` and its drawings from what the parts found. */
export function writeReport(): void {
	const there = new Set(readdirSync(results));
	const parts = order
		.filter((name) => there.has(`${name}.json`))
		.map((name) => JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8')) as Part);
	for (const chart of parts.flatMap(({ sections }) =>
		sections.flatMap(({ chart: c }) => c ?? []),
	)) {
		writeFileSync(join(results, `${chart.name}.svg`), drawn(chart));
	}
	writeFileSync(
		join(folder, 'report.md'),
		`# How fast it is

Written by \`npm run bench\`; do not edit. Times are medians of interleaved runs on a shared machine: compare
ratios, not milliseconds.

${machine()}
${parts.map(partText).join('\n')}`,
	);
}

function partText({ title, at, sections }: Part): string {
	return `\n## ${title}\n\n_${at}_\n${sections.map(sectionText).join('')}`;
}

function sectionText({ title, text, head, rows, chart }: Section): string {
	const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
	const table = [line(head), line(head.map((_, at) => (at ? '--:' : '---'))), ...rows.map(line)];
	return [
		`\n### ${title}\n`,
		...(text ? [text, ''] : []),
		...table,
		...(chart ? ['', `![${chart.title}](results/${chart.name}.svg)`] : []),
		'',
	].join('\n');
}

function machine(): string {
	const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
		packages: Record<string, { version?: string } | undefined>;
	};
	const version = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? '?';
	const names = [
		'astro',
		'zod',
		'resend',
		'@netlify/blobs',
		'@netlify/zip-it-and-ship-it',
		'esbuild',
	];
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	return [
		'| | |',
		'| --- | --- |',
		`| machine | ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} |`,
		`| Node | ${process.version} |`,
		...names.map((name) => `| ${name} | ${version(name)} |`),
		`| commit | ${commit} |`,
		'',
	].join('\n');
}

/** Drawn without a library: a title, a bar and a number a line, light and dark. */
function drawn({ title, unit, bars, limit }: Chart): string {
	const [left, width, line] = [260, 380, 26];
	const longest = Math.max(...bars.map(({ value }) => value), limit ?? 0);
	const scale = (value: number) => Math.round((value / longest) * width);
	const height = 40 + bars.length * line;
	const rows = bars.map(({ label, value, ours }, at) => {
		const y = 36 + at * line;
		return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escaped(label)}</text>
<rect class="${ours ? 'ours' : 'other'}" x="${left}" y="${y}" width="${scale(value)}" height="18"/>
<text x="${left + scale(value) + 6}" y="${y + 14}">${value.toLocaleString('en')} ${unit}</text>`;
	});
	const mark =
		limit === undefined
			? ''
			: `<path class="limit" d="M${left + scale(limit)} 30V${height}"/><text x="${left + scale(limit) + 4}" y="28">at most ${limit.toLocaleString('en')} ${unit}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 120} ${height}" font-family="sans-serif" font-size="13">
<style>text{fill:#222}.ours{fill:#b3161f}.other{fill:#9aa5b1}.limit{stroke:#222;stroke-dasharray:4 3}@media(prefers-color-scheme:dark){text{fill:#eee}.limit{stroke:#eee}.ours{fill:#ff7a80}}</style>
<text x="4" y="16" font-weight="bold">${escaped(title)}</text>
${[...rows, mark].join('\n')}
</svg>
`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** What one part of the benchmarks found. */
export interface Part {
	title: string;
	at: string;
	sections: readonly Section[];
}

interface Section {
	title: string;
	text?: string;
	head: readonly string[];
	rows: readonly (readonly (string | number)[])[];
}

const results = join(import.meta.dirname, 'results');
export const order = ['pages', 'function', 'days'] as const;
type PartName = (typeof order)[number];

/** Keeps what a part found, so that a report can be written when only one part was measured anew. */
export function keep(name: PartName, part: Part): void {
	mkdirSync(results, { recursive: true });
	writeFileSync(join(results, `${name}.json`), `${JSON.stringify(part, null, '\t')}\n`);
}

/** Writes `report.md` from what the parts found. */
export function writeReport(): void {
	const there = new Set(readdirSync(results));
	const parts = order
		.filter((name) => there.has(`${name}.json`))
		.map((name) => JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8')) as Part);
	writeFileSync(
		join(import.meta.dirname, 'report.md'),
		`# How fast it is

Written by \`npm run bench\`; do not edit. Times are medians of interleaved runs on a shared machine: compare
ratios, not milliseconds. ${machine()}
${parts.map(partText).join('')}`,
	);
}

function partText({ title, at, sections }: Part): string {
	return `\n## ${title}\n\n_${at}_\n${sections.map(sectionText).join('')}`;
}

function sectionText({ title, text, head, rows }: Section): string {
	const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
	const table = [line(head), line(head.map((_, at) => (at ? '--:' : '---'))), ...rows.map(line)];
	return [`\n### ${title}\n`, ...(text ? [text, ''] : []), ...table, ''].join('\n');
}

function machine(): string {
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `Commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${memory} GB.`;
}

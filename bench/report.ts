import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** What one part of the benchmarks found, as a table. */
export interface Part {
	title: string;
	text: string;
	head: readonly string[];
	rows: readonly (readonly (string | number)[])[];
}

const file = join(import.meta.dirname, 'report.md');

/** Replaces a part of `report.md`, or adds it. */
export function report({ title, text, head, rows }: Part): void {
	const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
	const table = [line(head), line(head.map((_, at) => (at ? '--:' : '---'))), ...rows.map(line)];
	const part = `## ${title}\n\n_${measured()}_\n\n${text}\n\n${table.join('')}\n`;
	const [start = '', ...parts] = readFileSync(file, 'utf8').split(/^(?=## )/m);
	const at = parts.findIndex((each) => each.startsWith(`## ${title}\n`));
	parts.splice(at < 0 ? parts.length : at, at < 0 ? 0 : 1, part);
	writeFileSync(file, [start, ...parts].join('').replace(/\n+$/, '\n'));
}

/** When, of which commit and on what it was measured. */
function measured(): string {
	const at = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `${at}, commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${memory} GB`;
}

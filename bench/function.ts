// What a visitor waits for when nobody came before: the cold start of each function, as Netlify packs it.
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Deployed } from '../tests/support/deployed.ts';
import { interleaved } from './measure.ts';
import type { Part } from './report.ts';

const rounds = 21;
const functions = resolve('build', 'functions');
/** The folder of the bare handler. */
const yardstick = join(import.meta.dirname, 'yardstick');

export async function measure(): Promise<Part> {
	const deployed = await Deployed.pack(process.cwd(), yardstick);
	const start = async (name: string) => {
		const begun = performance.now();
		const { took } = await deployed.call(name, { path: '/x', method: 'PATCH' });
		return { milliseconds: performance.now() - begun, ...took };
	};
	try {
		const built = (await readdir(functions)).map((file) => file.replace('.mjs', ''));
		const names = ['bare', ...built];
		const of = await interleaved(rounds, names, start);
		const rows = names.map(async (name) => {
			const { size } = await stat(join(name === 'bare' ? yardstick : functions, `${name}.mjs`));
			return [
				name,
				size,
				of(name, 'milliseconds').toFixed(0),
				of(name, 'processor').toFixed(0),
				(of(name, 'processor') / of('bare', 'processor')).toFixed(2),
				(of(name, 'megabytes') - of('bare', 'megabytes')).toFixed(1),
			];
		});
		return {
			title: 'Cold start',
			text: `A whole process, from its start to its end: Netlify’s bootstrap, the function, one request that is refused with a page. Medians of ${rounds} interleaved runs; at most 1.25 times the processor time of the bare handler, and at most 5 MB more. Bytes are of the file that we deploy; Netlify adds 1.1 MB of its own to each.`,
			head: [
				'function',
				'bytes',
				'whole process, ms',
				'processor, ms',
				'ratio',
				'MB more than bare',
			],
			rows: await Promise.all(rows),
		};
	} finally {
		await deployed.remove();
	}
}

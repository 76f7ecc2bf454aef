// What a visitor waits for when nobody came before: the cold start of each function, as Netlify packs it.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { interleaved, median } from './measure.ts';
import type { Part } from './report.ts';

const rounds = 21;
const functions = resolve('build', 'functions');

interface ColdStart {
	milliseconds: number;
	/** Of all threads: what else the machine does counts less. */
	processor: number;
	megabytes: number;
}

export async function measure(): Promise<Part> {
	const deployed = await mkdtemp(join(tmpdir(), 'bench-'));
	try {
		await deploy(deployed);
		const names = (await readdir(functions)).map((file) => file.replace('.mjs', ''));
		const found = await interleaved<string, ColdStart>(
			rounds,
			Object.fromEntries(['bare', ...names].map((name) => [name, () => start(deployed, name)])),
		);
		const of = (name: string, what: keyof ColdStart) =>
			median((found[name] ?? []).map((one) => one[what]));
		const rows = ['bare', ...names].map(async (name) => {
			const { size } = await stat(name === 'bare' ? yardstick : join(functions, `${name}.mjs`));
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
		await rm(deployed, { recursive: true, force: true });
	}
}

const yardstick = join(import.meta.dirname, 'bare.mjs');

/** Packs the functions and the yardstick as Netlify packs them, unzipped. */
async function deploy(folder: string): Promise<void> {
	const options = {
		archiveFormat: 'none' as const,
		basePath: process.cwd(),
		repositoryRoot: process.cwd(),
		config: {
			'*': {
				includedFiles: ['build/pages/*', 'package.json'],
				includedFilesBasePath: process.cwd(),
			},
		},
	} satisfies Parameters<typeof zipFunctions>[2];
	await zipFunctions(functions, folder, options);
	// Inside the project, since Netlify's packer looks for packages from there.
	const beside = resolve('build', 'yardstick');
	await cp(yardstick, join(beside, 'bare.mjs'));
	await zipFunctions(beside, folder, options);
	await rm(beside, { recursive: true });
}

function start(deployed: string, name: string): ColdStart {
	const cwd = join(deployed, name);
	const entry = pathToFileURL(join(cwd, '___netlify-entry-point.mjs')).href;
	const begun = performance.now();
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, 'one-cold-start.mjs'), entry],
		{ cwd, encoding: 'utf8' },
	);
	const milliseconds = performance.now() - begun;
	const last = stdout.trim().split('\n').at(-1);
	if (!last) throw new Error(stderr);
	return { milliseconds, ...(JSON.parse(last) as Omit<ColdStart, 'milliseconds'>) };
}

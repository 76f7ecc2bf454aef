import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { interleaved, median } from './measure.ts';
import type { Part } from './report.ts';

const rounds = 3;
const counts = [100, 1000, ...(process.env.BENCH_LARGE ? [5000] : [])];
const sources = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

interface Built {
	cpu: number;
	megabytes: number;
	wall: number;
}

export async function measure(): Promise<Omit<Part, 'at'>> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
	try {
		const own = (await readdir('content/pages')).filter((file) => file.endsWith('.mdx')).length;
		const projects = new Map([
			['an empty Astro project', { root: await anEmptyProject(join(folder, 'empty')), pages: 1 }],
			['this site', { root: await aSite(join(folder, 'site'), own), pages: own }],
		]);
		for (const count of counts) {
			const root = await aSite(join(folder, String(count)), count);
			projects.set(`${count.toLocaleString('en')} pages`, { root, pages: count });
		}
		const builds = [...projects].flatMap(([name, { root }]) => [
			[name, () => build(root, 'clean')] as const,
			[`${name}, again`, () => build(root, 'again')] as const,
		]);
		const found = await interleaved<string, Built>(rounds, Object.fromEntries(builds));
		const of = (name: string, what: (one: Built) => number) =>
			median((found[name] ?? []).map(what));
		const empty = of('an empty Astro project', ({ cpu }) => cpu);
		const least = of('this site', ({ cpu }) => cpu);
		const rows = [...projects].map(([name, { pages }]) => {
			const cpu = of(name, (one) => one.cpu);
			const added = pages > own ? ((cpu - least) / (pages - own)).toFixed(1) : '–';
			return [
				name,
				(cpu / 1000).toFixed(1),
				(cpu / empty).toFixed(1),
				(of(`${name}, again`, (one) => one.cpu) / 1000).toFixed(1),
				added,
				of(name, ({ megabytes }) => megabytes).toFixed(0),
				(of(name, ({ wall }) => wall) / 1000).toFixed(1),
			];
		});
		return {
			title: 'The build',
			sections: [
				{
					title: 'Processor time of a build',
					text: 'Pages in MDX with the leaflet’s text. At most 6 ms for each page that is added.',
					head: [
						'what',
						'clean, CPU s',
						'ratio',
						'again, CPU s',
						'CPU ms per added page',
						'most memory, MB',
						'clean, s',
					],
					rows,
					chart: {
						name: 'build-page',
						title: 'Processor time for each added page',
						unit: 'ms',
						limit: 6,
						bars: rows
							.filter((row) => row[4] !== '–')
							.map((row) => ({ label: String(row[0]), value: Number(row[4]), ours: true })),
					},
				},
			],
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function build(root: string, what: 'clean' | 'again'): Promise<Built> {
	if (what === 'clean') {
		for (const made of ['.astro', '.cache', 'dist', 'build']) {
			await rm(join(root, made), { recursive: true, force: true });
		}
	}
	const { stdout, stderr } = spawnSync(process.execPath, [resolve('bench', 'build-once.mjs')], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
	});
	const last = stdout.trim().split('\n').at(-1);
	if (!last?.startsWith('{')) throw new Error(stdout + stderr);
	return JSON.parse(last) as Built;
}

/** A copy of this site with so many pages, made from the leaflet. */
async function aSite(root: string, pages: number): Promise<string> {
	for (const name of sources) await cp(name, join(root, name), { recursive: true });
	await symlink(resolve('node_modules'), join(root, 'node_modules'));
	const folder = join(root, 'content', 'pages');
	const own = (await readdir(folder)).filter((file) => file.endsWith('.mdx')).length;
	const leaflet = (await readFile('content/folder.md', 'utf8'))
		.replace(/^## \S+/gm, '##')
		.replace(/^# .*$/m, '')
		.replace(/\{\w+\}/g, 'projektlederen')
		.split('\n## ')
		.slice(1);
	for (let n = own; n < pages; n++) {
		const head = `---\ntitle: Side ${n}\nintro: Side nummer ${n}.\ndescription: Side nummer ${n}.\n---\n\n`;
		await writeFile(join(folder, `side-${n}.mdx`), `${head}## ${leaflet.join('\n\n## ')}\n`);
	}
	return root;
}

async function anEmptyProject(root: string): Promise<string> {
	await mkdir(join(root, 'src', 'pages'), { recursive: true });
	await symlink(resolve('node_modules'), join(root, 'node_modules'));
	await writeFile(join(root, 'package.json'), '{ "type": "module" }');
	await writeFile(
		join(root, 'src', 'pages', 'index.astro'),
		'<!doctype html><html lang="da"><head><title>Tom</title></head><body></body></html>\n',
	);
	return root;
}

import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { interleaved, median } from './measure.ts';
import type { Part } from './report.ts';

const rounds = 3;
/** So many pages take minutes, and are built once. */
const large = 5000;
const sources = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

interface Built {
	cpu: number;
	megabytes: number;
	wall: number;
}

interface Project {
	name: string;
	root: string;
	pages: number;
	/** The same with fewer pages. */
	smaller?: Project;
}

export async function measure(): Promise<Omit<Part, 'at'>> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
	try {
		const projects = await makeProjects(folder);
		const found = new Map<Project, Record<'clean' | 'again', Built>>();
		for (const isLarge of [false, true]) {
			const some = projects.filter(({ pages }) => pages >= large === isLarge);
			const builds = some.flatMap(({ root }) => [
				[`clean ${root}`, () => build(root, 'clean')] as const,
				[`again ${root}`, () => build(root, 'again')] as const,
			]);
			const measured = isLarge
				? await once(Object.fromEntries(builds))
				: await interleaved<string, Built>(rounds, Object.fromEntries(builds));
			for (const project of some) {
				const of = (what: 'clean' | 'again') => middle(measured[`${what} ${project.root}`] ?? []);
				found.set(project, { clean: of('clean'), again: of('again') });
			}
		}
		const cpuOf = (project: Project | undefined, what: 'clean' | 'again' = 'clean') =>
			project ? (found.get(project)?.[what].cpu ?? Number.NaN) : Number.NaN;
		const rows = projects.map((project) => {
			const { name, pages, smaller } = project;
			const added = (cpuOf(project) - cpuOf(smaller)) / (pages - (smaller?.pages ?? 0));
			const { megabytes, wall } = found.get(project)?.clean ?? { megabytes: 0, wall: 0 };
			return [
				name,
				(cpuOf(project) / 1000).toFixed(1),
				(cpuOf(project) / cpuOf(projects[0])).toFixed(1),
				(cpuOf(project, 'again') / 1000).toFixed(1),
				smaller ? added.toFixed(1) : '–',
				megabytes.toFixed(0),
				(wall / 1000).toFixed(1),
			];
		});
		return {
			title: 'The build',
			sections: [
				{
					title: 'Processor time of a build',
					text: `Pages in MDX with the leaflet’s text, in this site and in an Astro project with nothing but those pages and \`@astrojs/mdx\`. Processor time of all threads; an added page is reckoned from the row with fewer pages, and may cost 6 ms. ${large.toLocaleString('en')} pages were built once, everything else ${rounds} times.`,
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
							.map((row) => ({
								label: String(row[0]),
								value: Number(row[4]),
								ours: String(row[0]).startsWith('this site'),
							})),
					},
				},
			],
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function makeProjects(folder: string): Promise<Project[]> {
	const own = (await readdir('content/pages')).filter((file) => file.endsWith('.mdx')).length;
	const projects: Project[] = [
		{ name: 'an empty Astro project', root: await anEmptyProject(join(folder, 'empty')), pages: 1 },
	];
	const series = async (
		kind: string,
		counts: readonly number[],
		make: (root: string, pages: number) => Promise<string>,
	) => {
		let smaller: Project | undefined;
		for (const pages of counts) {
			const name = `${kind}, ${pages.toLocaleString('en')} pages`;
			const root = await make(join(folder, `${kind} ${pages}`.replaceAll(' ', '-')), pages);
			smaller = { name, root, pages, ...(smaller && { smaller }) };
			projects.push(smaller);
		}
	};
	await series('nothing but the pages', [100, 1000], onlyPages);
	await series('this site', [own, 100, 1000, large], aSite);
	return projects;
}

async function once(
	candidates: Record<string, () => Promise<Built>>,
): Promise<Record<string, Built[]>> {
	const found: Record<string, Built[]> = {};
	for (const [name, measureIt] of Object.entries(candidates)) found[name] = [await measureIt()];
	return found;
}

function middle(builds: readonly Built[]): Built {
	const of = (what: keyof Built) => median(builds.map((one) => one[what]));
	return { cpu: of('cpu'), megabytes: of('megabytes'), wall: of('wall') };
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

/** A copy of this site with so many pages. */
async function aSite(root: string, pages: number): Promise<string> {
	for (const name of sources) await cp(name, join(root, name), { recursive: true });
	await symlink(resolve('node_modules'), join(root, 'node_modules'));
	const folder = join(root, 'content', 'pages');
	const own = (await readdir(folder)).filter((file) => file.endsWith('.mdx')).length;
	await writePages(folder, pages - own);
	return root;
}

/** An Astro project with so many pages and the least that shows them. */
async function onlyPages(root: string, pages: number): Promise<string> {
	await anEmptyProject(root);
	await writePages(join(root, 'content', 'pages'), pages);
	const files = {
		'astro.config.mjs':
			"import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n",
		'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const loader = glob({ base: './content/pages', pattern: '*.mdx' });
export const collections = { pages: defineCollection({ loader }) };
`,
		'src/pages/[page].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
	(await getCollection('pages')).map((entry) => ({ params: { page: entry.id }, props: { entry } }));
const { Content } = await render(Astro.props.entry);
---
<!doctype html><html lang="da"><head><title>Side</title></head><body><Content /></body></html>
`,
	};
	for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
	return root;
}

/** So many pages made from the leaflet. */
async function writePages(folder: string, count: number): Promise<void> {
	await mkdir(folder, { recursive: true });
	const leaflet = (await readFile('content/folder.md', 'utf8'))
		.replace(/^## \S+/gm, '##')
		.replace(/^# .*$/m, '')
		.replace(/\{\w+\}/g, 'projektlederen')
		.split('\n## ')
		.slice(1);
	for (let n = 0; n < count; n++) {
		const head = `---\ntitle: Side ${n}\nintro: Side nummer ${n}.\ndescription: Side nummer ${n}.\n---\n\n`;
		await writeFile(join(folder, `side-${n}.mdx`), `${head}## ${leaflet.join('\n\n## ')}\n`);
	}
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

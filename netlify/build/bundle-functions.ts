// Makes one file of each function, as it will be deployed. `npm run build` runs it; `npm run dev` keeps it
// up to date. Netlify's own bundler leaves nothing out: of zod alone it ships 60 languages.
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as bundle, type BuildOptions, context, type Plugin } from 'esbuild';
import { readSettings } from '#content/staging.ts';

/**
 * What an answer need not wait for: the mail provider's SDK, which is twice as large as any function. It is a file of
 * its own beside the functions, loaded when it is asked for (`import()`).
 */
const beside: Readonly<Record<string, { in: string; exports: string }>> = {
	resend: { in: 'resend', exports: 'Resend' },
};

/** From a path that is made as it runs: Netlify bundles once more, and would put a named file back in. */
const besideTheFunctions: Plugin = {
	name: 'beside-the-functions',
	setup: (build) => {
		build.onResolve({ filter: /^resend$/ }, ({ kind, path }) =>
			kind === 'dynamic-import' && path in beside ? { path, namespace: 'beside' } : undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({
			contents: `
				import { resolve } from 'node:path';
				import { pathToFileURL } from 'node:url';
				const file = pathToFileURL(resolve('build', 'libraries', '${libraryOf(path)}.mjs'));
				export const { ${beside[path]?.exports ?? ''} } = await import(file.href);`,
		}));
	},
};

function libraryOf(path: string): string {
	return basename(path, '.ts');
}

/**
 * Preact's core draws in a browser, which takes 10 of its 11 kB. To render to text, its renderer and its JSX
 * need these four names of it and no more; a test compares what comes out with what the whole of it writes.
 */
const preactToText = `
	import { jsx } from 'preact/jsx-runtime';
	export const options = {};
	export const Fragment = ({ children }) => children;
	export const isValidElement = (node) => node != null && node.constructor === undefined;
	export const h = (type, props, ...children) =>
		jsx(type, { ...props, ...(children.length > 0 && { children }) });`;

const withoutBrowser: Plugin = {
	name: 'without-browser',
	setup: (build) => {
		build.onResolve({ filter: /^preact$/ }, () => ({ path: 'preact', namespace: 'to-text' }));
		build.onLoad({ filter: /.*/, namespace: 'to-text' }, () => ({
			contents: preactToText,
			resolveDir: build.initialOptions.absWorkingDir ?? '',
		}));
	},
};

/** The settings are checked here, once, and not again with every cold start. */
const settingsChecked: Plugin = {
	name: 'settings-checked',
	setup: (build) => {
		const file = join(build.initialOptions.absWorkingDir ?? '', 'content', 'settings', 'site.json');
		build.onLoad({ filter: /[\\/]src[\\/]content[\\/]settings\.ts$/ }, async () => {
			const site = JSON.parse(await readFile(file, 'utf8')) as { projectLead: object };
			const settings = readSettings(site, process.env);
			return {
				contents: `export const settings = ${JSON.stringify(settings)};`,
				watchFiles: [file],
			};
		});
	},
};

/** How the functions of the project in `root` are bundled, without those in `left out`. */
export async function bundling(
	root: string,
	leftOut: readonly string[] = [],
): Promise<BuildOptions> {
	const all = await readdir(join(root, 'netlify', 'functions'));
	const functions = all.filter((file) => !leftOut.includes(file));
	return {
		absWorkingDir: root,
		entryPoints: [
			...functions.map((file) => ({
				in: `netlify/functions/${file}`,
				out: `functions/${file.replace(/\.ts$/, '')}`,
			})),
			...Object.entries(beside).map(([path, { in: file }]) => ({
				in: file,
				out: `libraries/${libraryOf(path)}`,
			})),
		],
		outdir: 'build',
		outExtension: { '.js': '.mjs' },
		define: { 'process.env.COMMIT_REF': JSON.stringify(process.env.COMMIT_REF ?? null) },
		plugins: [besideTheFunctions, withoutBrowser, settingsChecked],
		bundle: true,
		platform: 'node',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		format: 'esm',
		target: 'node22',
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
		// No source map: the log holds names of errors and no stack traces, which may quote what people wrote.
		minify: true,
	};
}

/** Bundles the functions into `build/functions`. */
export async function bundleFunctions(root: string): Promise<void> {
	await clear(root);
	await bundle(await bundling(root));
}

/** Bundles the functions, without those in `leftOut`, and again whenever they change. */
export async function watchFunctions(root: string, leftOut: readonly string[]): Promise<void> {
	await clear(root);
	const watching = await context({ ...(await bundling(root, leftOut)), minify: false });
	await watching.rebuild();
	await watching.watch();
}

async function clear(root: string): Promise<void> {
	for (const folder of ['functions', 'libraries']) {
		await rm(join(root, 'build', folder), { recursive: true, force: true });
	}
}

if (import.meta.main) await bundleFunctions(process.cwd());

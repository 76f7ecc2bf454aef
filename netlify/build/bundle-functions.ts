// Makes one file of each function, as it will be deployed. `npm run build` runs it; `npm run dev` keeps it
// up to date. Netlify's own bundler leaves nothing out: of zod alone it ships 60 languages.
import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle, type BuildOptions, context, type Plugin } from 'esbuild';
import { readSettings } from '#content/settings.ts';
import { plainText } from '#content/source.ts';

/**
 * The settings are checked here, once, and not again with every cold start. Without it, `check-application` takes 1.27
 * times the processor time of the bare handler, with it 1.18; the limit is 1.25. Also, only the environment of the build
 * names the mailbox of a staging site.
 */
const settingsChecked: Plugin = {
	name: 'settings-checked',
	setup: (build) => {
		const file = join(build.initialOptions.absWorkingDir ?? '', 'content', 'settings', 'site.json');
		build.onLoad({ filter: /[\\/]src[\\/]content[\\/]settings\.ts$/ }, async () => {
			const site = JSON.parse(plainText(await readFile(file, 'utf8'))) as { projectLead: object };
			const settings = readSettings(site, process.env);
			return {
				contents: `export const settings = ${JSON.stringify(settings)};`,
				watchFiles: [file],
			};
		});
	},
};

/** How the functions of the project in `root` are bundled. */
export function bundling(root: string): BuildOptions {
	return {
		absWorkingDir: root,
		entryPoints: ['netlify/functions/*.ts'],
		outdir: 'build/functions',
		outExtension: { '.js': '.mjs' },
		define: { 'process.env.COMMIT_REF': JSON.stringify(process.env.COMMIT_REF ?? null) },
		plugins: [settingsChecked],
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
	await bundle(bundling(root));
}

/** Bundles the functions but for some files, and again whenever they change. */
export async function watchFunctions(root: string, exclude: string[]): Promise<void> {
	await clear(root);
	const entryPoints = globSync('netlify/functions/*.ts', { cwd: root, exclude });
	const watching = await context({ ...bundling(root), entryPoints, minify: false });
	await watching.rebuild();
	await watching.watch();
}

async function clear(root: string): Promise<void> {
	await rm(join(root, 'build', 'functions'), { recursive: true, force: true });
}

if (import.meta.main) await bundleFunctions(process.cwd());

import { build, type InlineConfig, type PluginOption, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import config from '../../../astro.config.mjs';

const { vite } = config as { vite: InlineConfig };

/** The scripts of Sveltia CMS, built with some plugins. */
async function scriptsWith(plugins: PluginOption): Promise<Record<string, string>> {
	const { output } = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [plugins],
		...(vite.resolve ? { resolve: vite.resolve } : {}),
		build: {
			write: false,
			minify: false,
			rolldownOptions: { input: '@sveltia/cms', preserveEntrySignatures: 'strict' },
		},
	})) as Rolldown.RolldownOutput;
	const scripts = output.filter((each) => each.type === 'chunk');
	return Object.fromEntries(scripts.map(({ fileName, code }) => [fileName, code]));
}

test('no step of the build changes a line of Sveltia CMS', { timeout: 120_000 }, async () => {
	const plain = await scriptsWith([]);
	expect(Object.values(plain).join('').length).toBeGreaterThan(2_000_000);
	expect(differing(await scriptsWith(vite.plugins ?? []), plain)).toEqual([]);
	const patch = { name: 'patch', transform: (code: string) => code.replace('saving_failed', '') };
	expect(differing(await scriptsWith(patch), plain)).not.toEqual([]);
});

function differing(some: Record<string, string>, others: Record<string, string>): string[] {
	const names = new Set([...Object.keys(some), ...Object.keys(others)]);
	return [...names].filter((name) => some[name] !== others[name]);
}

test('only whole modules that no form needs are left out', () => {
	const alias = vite.resolve?.alias as { find: RegExp; replacement: string }[];
	expect(alias.map(({ replacement }) => replacement)).toEqual([
		expect.stringMatching(/src\/editor\/nothing\.ts$/),
	]);
	for (const needed of ['@sveltia/cms', './chunks/react-dom.js', '../locales/da.json', 'immutable'])
		expect(
			alias.some(({ find }) => find.test(needed)),
			needed,
		).toBe(false);
});

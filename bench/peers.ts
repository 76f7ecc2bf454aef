// Pages with the leaflet's text, built from the packages of those whom we measure ourselves against.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { html, sections } from './leaflet.ts';

const packages = resolve('bench', 'packages');
const built = join(packages, 'build');
const title = 'Tryghedsambassadør';
const description = 'Tryghedsambassadører i Midt- og Vestjylland.';

/** Installs what only the bench needs, unless it is there. */
export function install(): NodeJS.Require {
	if (!existsSync(join(packages, 'node_modules'))) {
		execFileSync('npm', ['ci'], { cwd: packages, stdio: 'inherit' });
	}
	return createRequire(join(packages, 'package.json'));
}

/** Builds each peer, and says in which folder its page lies. */
export function buildPeers(): Record<string, string> {
	rmSync(built, { recursive: true, force: true });
	return {
		'the leaflet as bare HTML': bare(),
		'GOV.UK Frontend': govuk(),
		'Det Fælles Designsystem': dkfds(),
		'Astro Starlight': starlight(),
	};
}

function write(name: string, files: Record<string, string>): string {
	const folder = join(built, name);
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="${description}"><title>${title}</title>`;

function bare(): string {
	const page = `<!doctype html><html lang="da">${head}<link rel="icon" href="data:,"><main><h1>${title}</h1>${html}</main></html>`;
	return write('bare', { 'index.html': page });
}

function govuk(): string {
	const from = join(packages, 'node_modules', 'govuk-frontend', 'dist');
	const nunjucks = install()('nunjucks') as {
		configure: (folder: string) => { renderString: (text: string, data: object) => string };
	};
	const page = nunjucks.configure(from).renderString(
		`{% extends "govuk/template.njk" %}{% set htmlLang = "da" %}
		{% block pageTitle %}${title}{% endblock %}
		{% block head %}<meta name="description" content="${description}"><link rel="stylesheet" href="/govuk-frontend.min.css">{% endblock %}
		{% block content %}<h1 class="govuk-heading-xl">${title}</h1>{{ html | safe }}{% endblock %}
		{% block bodyEnd %}<script type="module">import { initAll } from '/govuk-frontend.min.js'; initAll();</script>{% endblock %}`,
		{
			html: html
				.replaceAll('<h2>', '<h2 class="govuk-heading-l">')
				.replaceAll('<p>', '<p class="govuk-body">'),
		},
	);
	const folder = write('govuk', { 'index.html': page });
	for (const name of ['assets', 'govuk-frontend.min.css', 'govuk-frontend.min.js']) {
		cpSync(join(from, 'govuk', name), join(folder, name), { recursive: true });
	}
	return folder;
}

function dkfds(): string {
	const page = `<!doctype html><html lang="da"><head>${head}<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/dkfds.min.css"></head>
<body><a href="#main-content" class="skip-link">Gå til sidens indhold</a>
<header class="header"><div class="portal-header"><div class="portal-info"><a href="/" class="logo">${title}</a></div></div></header>
<main id="main-content" class="container page-container"><h1>${title}</h1>${html}</main>
<script src="/js/dkfds.min.js"></script><script>DKFDS.init();</script></body></html>`;
	const folder = write('dkfds', { 'index.html': page });
	cpSync(join(packages, 'node_modules', 'dkfds', 'dist'), folder, { recursive: true });
	return folder;
}

function starlight(): string {
	const root = write('starlight', {
		// Astro compiles what is named here.
		'package.json': '{ "type": "module", "dependencies": { "@astrojs/starlight": "*" } }',
		'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { integrations: [starlight({ title: '${title}', locales: { root: { label: 'Dansk', lang: 'da' } } })] };`,
		'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
		'src/content/docs/index.md': `---\ntitle: ${title}\ndescription: ${description}\n---\n\n${sections.join('\n\n')}\n`,
	});
	const astro = resolve('node_modules', 'astro', 'bin', 'astro.mjs');
	execFileSync(process.execPath, [astro, 'build'], {
		cwd: root,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	return join(root, 'dist');
}

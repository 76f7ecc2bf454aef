import { satteri } from '@astrojs/markdown-satteri';
import { features, refuseCode } from '#content/refuse-code.ts';

/** The module that Astro compiles a page's body to. */
export async function compiled(body: string): Promise<string> {
	const processor = satteri({ features, mdastPlugins: [refuseCode] });
	const options = { syntaxHighlight: false } as const;
	const renderer = await processor.createMdxRenderer?.(options, { optimize: true });
	const { code } = (await renderer?.process(body, '/side.mdx', {})) ?? { code: '' };
	return code;
}

/** A page's body as readers read it: its HTML, with each component unchanged. */
export async function readIn(body: string): Promise<string> {
	const module = (await compiled(body)).replaceAll(/^import .*$|^export (?!default)/gm, '');
	const jsx = (name: string, { children = '', 'set:html': html, ...rest }: Props): string =>
		html ??
		`<${name} ${JSON.stringify(Object.entries(rest).toSorted())}>${[children].flat().join('')}</${name}>`;
	const components = new Proxy({}, { get: (_, name) => (name === 'wrapper' ? undefined : name) });
	// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the module is compiled from a text without code
	const run = new Function(
		'_jsx',
		'_jsxs',
		'_Fragment',
		'components',
		`${module}\nreturn MDXContent({ components });`.replace('export default ', ''),
	) as (...values: unknown[]) => string;
	return run(jsx, jsx, 'div', components)
		.replaceAll(/[ \t]*\n[ \t]*/g, ' ')
		.replaceAll(/ ?(<\/?(p|li|ul|ol|div|h\d|table|t\w+|[A-Z]\w+)\b[^>]*>) ?/g, '$1')
		.replaceAll(/<li><p>/g, '<li>')
		.replaceAll(/<\/p>(?=<\/li>|<ul>|<ol)/g, '')
		.replaceAll(/ (style|align|id)="[^"]*"/g, '');
}

/** The text of HTML without tags, spaces, and the signs that the compiler sets in another way: quotes, dashes and dots. */
export function textOf(html: string): string {
	return html
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof signs) => signs[name])
		.replaceAll(/[\s"'“”‘’.…–—-]/g, '');
}

const signs = { amp: '&', lt: '<', gt: '>', quot: '"' };

interface Props {
	children?: string | string[];
	'set:html'?: string;
}

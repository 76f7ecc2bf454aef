import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse } from 'parse5';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const marked = 'PRØVE: Slet denne ansøgning';

/** The answers. Everybody who meets them sees that it is a rehearsal. */
function answers(email: string): Record<string, string> {
	return {
		name: marked,
		email,
		phone: settings.projectLead.phone,
		municipality: settings.municipalities[0] ?? '',
		area: 'Prøve',
		// No two are the same: the same answers would be the same application.
		network: `${marked}. Den er sendt for at se, om webstedet virker: ${new Date().toISOString()}.`,
		motivation: marked,
		callTime: 'Ring ikke',
		confirmation: 'ja',
	};
}

/** A robot fills in and sends within a second and a half; people look first. */
const look = () => new Promise((resolve) => setTimeout(resolve, 3000));

/**
 * Sends an application through the live form, as a browser without scripts does.
 *
 * @param email where the receipt is sent to
 * @returns the reference on the receipt
 */
export async function applyAt(site: URL, email: string): Promise<string> {
	const asked = fieldsOf(paths.check, await get(site, paths.form));
	const written = answers(email);
	const strange = Object.keys(written).filter((name) => !(name in asked));
	if (strange.length > 0) throw new Error(`The form does not ask for ${strange.join(', ')}.`);
	const checked = await post(site, paths.check, { ...asked, ...written });
	if (checked.status !== 200) throw await refusal('The answers were not taken', checked);
	const fields = fieldsOf(paths.submit, await checked.text());
	await look();
	const sent = await post(site, paths.submit, fields);
	const receipt = sent.headers.get('location');
	if (sent.status !== 303 || !receipt) throw await refusal('The application was not taken', sent);
	const shown = elementsIn(parse(await get(site, receipt)));
	const reference = shown.find((each) => attribute(each, 'class') === 'reference');
	if (!reference) throw new Error('The receipt has no reference.');
	return textIn(reference).trim();
}

async function get(site: URL, path: string): Promise<string> {
	const answer = await fetch(new URL(path, site));
	if (!answer.ok) throw await refusal(`${path} does not open`, answer);
	return answer.text();
}

function post(site: URL, path: string, fields: Record<string, string>): Promise<Response> {
	const filled = Object.entries(fields).filter(([, value]) => value !== '');
	return fetch(new URL(path, site), {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: site.origin, 'Sec-Fetch-Site': 'same-origin' },
		body: new URLSearchParams(filled),
	});
}

async function refusal(what: string, answer: Response): Promise<Error> {
	const main = elementsIn(parse(await answer.text())).find(({ tagName }) => tagName === 'main');
	const words = main ? textIn(main).replaceAll(/\s+/g, ' ').trim().slice(0, 400) : '';
	return new Error(`${what}: ${answer.status}. The page says: ${words}`);
}

/** The fields of the form that is sent to `action`, with their values; of choices, none is chosen. */
function fieldsOf(action: string, html: string): Record<string, string> {
	const form = elementsIn(parse(html)).find(
		(element) => element.tagName === 'form' && attribute(element, 'action') === action,
	);
	if (!form) throw new Error(`The page has no form that leads to ${action}.`);
	return Object.fromEntries(
		elementsIn(form).flatMap((element): [string, string][] => {
			const name = attribute(element, 'name');
			if (name === undefined || element.tagName === 'button') return [];
			const isChoice = /^(radio|checkbox)$/.test(attribute(element, 'type') ?? '');
			return [[name, isChoice ? '' : (attribute(element, 'value') ?? '')]];
		}),
	);
}

function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

function elementsIn(parent: Parent): Element[] {
	const elements = tree.getChildNodes(parent).filter((node) => tree.isElementNode(node));
	return elements.flatMap((element) => [element, ...elementsIn(element)]);
}

function textIn(parent: Parent): string {
	const nodes = tree.getChildNodes(parent);
	const words = (node: (typeof nodes)[number]) =>
		tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? textIn(node) : '';
	return nodes.map(words).join('');
}

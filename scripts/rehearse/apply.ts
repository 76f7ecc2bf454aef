import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { formTo, textOf, wordsOf } from './form.ts';

const marked = 'PRØVE: Slet denne ansøgning';

/** What is written in the form. Everybody who meets it sees that it is a rehearsal. */
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
 * @param site the address of the site
 * @param email where the receipt goes
 * @returns the reference on the receipt
 */
export async function applyAt(site: URL, email: string): Promise<string> {
	const page = await get(site, paths.form);
	const form = formTo(paths.check, page);
	const written = answers(email);
	const strange = Object.keys(written).filter((name) => !(name in form.fields));
	if (strange.length > 0) throw new Error(`The form does not ask for ${strange.join(', ')}.`);
	const checked = await post(site, form.action, { ...form.fields, ...written });
	if (checked.status !== 200) throw await refusal('The answers were not taken', checked);
	const { action, fields } = formTo(paths.submit, await checked.text());
	await look();
	const sent = await post(site, action, fields);
	const receipt = sent.headers.get('location');
	if (sent.status !== 303 || !receipt) throw await refusal('The application was not taken', sent);
	const reference = textOf('reference', await get(site, receipt));
	if (!reference) throw new Error('The receipt has no reference.');
	return reference;
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
	return new Error(`${what}: ${answer.status}. The page says: ${wordsOf(await answer.text())}`);
}

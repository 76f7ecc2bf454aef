import { questionNames } from '#application/asking/questions.ts';
import type { troubles } from '#application/form/messages.ts';
import { honeypot } from '#application/form/parts.tsx';

/** Every field that the form and the check page may post. */
const known: ReadonlySet<string> = new Set([...questionNames, honeypot, 'token', 'edit', 'take']);

/**
 * The longest body that is read, in bytes. Far more than the longest answers: whoever pastes half a book gets it back,
 * with a message at the question.
 */
const largestBody = 512 * 1024;

/** The fields of a post, or why it is refused. */
export type PostedForm =
	| { kind: 'form'; fields: Record<string, string> }
	| {
			kind: 'refused';
			status: 400 | 403 | 405 | 413 | 415;
			why: keyof typeof troubles;
			/** What could be read all the same, of the fields that we know. */
			fields?: Record<string, string>;
	  };

/** Reads a posted form, strictly: what our own form cannot have sent is refused. */
export async function readForm(request: Request): Promise<PostedForm> {
	if (request.method !== 'POST') return { kind: 'refused', status: 405, why: 'method' };
	if (!isPlainForm(request)) return { kind: 'refused', status: 415, why: 'content-type' };
	const body = await bodyOf(request);
	if (!body) return { kind: 'refused', status: 413, why: 'size' };
	const { fields, odd } = fieldsIn(body);
	if (isCrossSite(request)) return { kind: 'refused', status: 403, why: 'cross-site', fields };
	return odd ? { kind: 'refused', status: 400, why: odd, fields } : { kind: 'form', fields };
}

/** The fields that we know, and what is odd about the others or the encoding. */
function fieldsIn(body: Uint8Array) {
	const fields: Record<string, string> = {};
	let odd: 'encoding' | 'unknown-field' | 'repeated-field' | undefined;
	if (!isUtf8(body)) odd = 'encoding';
	for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) {
		if (!known.has(name)) odd ??= 'unknown-field';
		else if (name in fields) odd ??= 'repeated-field';
		// A page would show NUL as �.
		else fields[name] = value.replaceAll('\0', '');
	}
	return { fields, odd };
}

/** Old browsers and privacy tools leave these headers out. A header that is missing refuses nobody. */
function isCrossSite({ headers, url }: Request): boolean {
	const site = headers.get('sec-fetch-site');
	if (site) return site !== 'same-origin' && site !== 'none';
	const origin = headers.get('origin');
	return origin !== null && URL.parse(origin)?.host !== new URL(url).host;
}

function isPlainForm({ headers }: Request): boolean {
	const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
	const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
	return (
		type.trim() === 'application/x-www-form-urlencoded' &&
		(charset === undefined || /^charset="?utf-8"?$/.test(charset)) &&
		(headers.get('content-encoding') ?? 'identity') === 'identity'
	);
}

/** @returns `null` where the body is too large */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
	if (Number(request.headers.get('content-length')) > largestBody) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > largestBody) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Whether the body is UTF-8, behind its percent signs too. Anything else is read as �, and an answer would be lost. */
function isUtf8(body: Uint8Array): boolean {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		decodeURIComponent(text.replace(/\+/g, ' '));
		return true;
	} catch {
		return false;
	}
}

import { questionNames } from '#application/asking/questions.ts';
import { honeypot } from '#application/form/parts.tsx';
import type { troubles } from '#application/form/messages.ts';

/** Every field that the form and the check page may post. */
const known: ReadonlySet<string> = new Set([...questionNames, honeypot, 'token', 'edit', 'take']);

/** What the honeypot was called on pages that may still stand open. Browsers filled it in for people. */
const formerHoneypot = 'website';

/**
 * The longest body that is read, in bytes. Far more than the longest answers come to: who pastes half a book
 * gets it back, and is told at the question how much is too much.
 */
const largestBody = 512 * 1024;

/** Why a post is not read, or its fields. */
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
	if (body === 'too-large') return { kind: 'refused', status: 413, why: 'size' };
	const { fields, odd } = fieldsIn(body);
	if (isFromElsewhere(request)) return { kind: 'refused', status: 403, why: 'cross-site', fields };
	return odd ? { kind: 'refused', status: 400, why: odd, fields } : { kind: 'form', fields };
}

/** The fields that we know, and what is odd about the others or the letters. */
function fieldsIn(body: Uint8Array) {
	const fields: Record<string, string> = {};
	let odd: 'encoding' | 'unknown-field' | 'repeated-field' | undefined;
	if (!isUtf8(body)) odd = 'encoding';
	for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) {
		if (name === formerHoneypot) continue;
		if (!known.has(name)) odd ??= 'unknown-field';
		else if (name in fields) odd ??= 'repeated-field';
		else fields[name] = value;
	}
	return { fields, odd };
}

/** Old browsers and privacy tools leave these headers out: only what they do say is held against them. */
function isFromElsewhere({ headers, url }: Request): boolean {
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

async function bodyOf(request: Request): Promise<Uint8Array | 'too-large'> {
	if (Number(request.headers.get('content-length')) > largestBody) return 'too-large';
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > largestBody) return 'too-large';
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** What is not, behind its percent signs either, is read as �, and an answer would be lost. */
function isUtf8(body: Uint8Array): boolean {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		decodeURIComponent(text.replace(/\+/g, ' '));
		return true;
	} catch {
		return false;
	}
}

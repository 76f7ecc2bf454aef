import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Sign } from '#application/confirming/token.ts';

const cipher = 'aes-256-gcm';

/** Encrypts and decrypts what is stored. `context` is bound to the text: a record moved to another key does not open. */
export interface Seal {
	seal(text: string, context: string): string;
	/** Throws where the key is unknown or the text was changed. */
	open(sealed: string, context: string): string;
}

/**
 * AES-256-GCM with a key id in front, as in `v1.k2.<nonce>.<text>.<tag>`.
 *
 * @param keys `id:base64`; the first seals, all of them open
 */
export function sealWith(keys: readonly string[]): Seal {
	const known = new Map(
		keys.map((entry) => {
			const [id = '', key = ''] = entry.split(':');
			return [id, Buffer.from(key, 'base64')] as const;
		}),
	);
	const [current] = known;
	if (!current) throw new Error('OUTBOX_KEY holds no key; see docs/operations.md');
	const [currentId, currentKey] = current;
	const keyNamed = (id: string) => {
		const key = known.get(id);
		if (!key) throw new Error(`no key "${id}" in OUTBOX_KEY; see docs/operations.md`);
		return key;
	};
	const bytesOf = (part: string) => Buffer.from(part, 'base64url');
	return {
		seal(text, context) {
			const nonce = randomBytes(12);
			const sealing = createCipheriv(cipher, currentKey, nonce).setAAD(Buffer.from(context));
			const body = Buffer.concat([sealing.update(text), sealing.final()]);
			const parts = [nonce, body, sealing.getAuthTag()].map((part) => part.toString('base64url'));
			return ['v1', currentId, ...parts].join('.');
		},
		open(sealed, context) {
			const [version, id = '', nonce = '', body = '', tag = ''] = sealed.split('.');
			if (version !== 'v1') throw new Error('not a sealed record');
			const key = keyNamed(id);
			const opening = createDecipheriv(cipher, key, bytesOf(nonce), { authTagLength: 16 })
				.setAAD(Buffer.from(context))
				.setAuthTag(bytesOf(tag));
			return Buffer.concat([opening.update(bytesOf(body)), opening.final()]).toString('utf8');
		},
	};
}

/** HMAC-SHA-256 with a key in base64, in URL-safe characters. */
export function signWith(key: string): Sign {
	const secret = Buffer.from(key, 'base64');
	return (text) => createHmac('sha256', secret).update(text).digest('base64url');
}

/** 128 random bits in hexadecimal. */
export function randomId(): string {
	return randomBytes(16).toString('hex');
}

import type { Fact } from '#application/delivering/facts.ts';
import { hourOf, issuedHour } from '#application/confirming/id.ts';
import {
	type KeptApplication,
	type Outbox,
	type Report,
	Unreadable,
} from '#application/delivering/ports.ts';
import type { Seal } from './seal.ts';
import { type Store, StoreUnsure } from './store.ts';

/**
 * The outbox on a store of small texts. Keys:
 *
 *     application/{id}       the sealed application, written once
 *     waiting/{id}           it waits for something
 *     fact/{id}/…            what has happened to it, one small record each
 *     claim/{subject}        who was first: seen/{fingerprint}, receipt/{day}/{mailbox}, alert/…
 *     sweep/last             what the latest sweep saw; the only one that is written over
 */
export function outboxOn(store: Store, seal: Seal): Outbox {
	const keyOf = (id: string) => `application/${id}`;
	const opened = (id: string, sealed: string): KeptApplication => {
		try {
			// We sealed it ourselves: its shape is not in doubt, only its version.
			const kept = JSON.parse(seal.open(sealed, keyOf(id))) as { version: number };
			if (kept.version === 1) return kept as KeptApplication;
			throw new Error(`a record of version ${kept.version}`);
		} catch (cause) {
			throw new Unreadable('an application cannot be opened', { cause });
		}
	};
	const enqueue = async (id: string) => {
		await store.create(`waiting/${id}`, '1');
	};
	const idsUnder = async (folder: string, prefix = '') =>
		(await store.list(`${folder}/${prefix}`)).map((key) => key.slice(folder.length + 1));

	return {
		async claim(subject, holder) {
			const key = `claim/${subject}`;
			await store.create(key, holder);
			const found = await store.read(key);
			if (!found) throw new StoreUnsure('a claim cannot be read back');
			return found;
		},
		async keep(kept) {
			const sealed = seal.seal(JSON.stringify(kept), keyOf(kept.id));
			// At the same time, since a receipt needs both. Cut off in between, an application without its place
			// in the queue is one that nobody has a receipt for, and the hourly round takes it up.
			await Promise.all([enqueue(kept.id), store.create(keyOf(kept.id), sealed)]);
			const found = await store.read(keyOf(kept.id));
			if (found === sealed) return 'kept';
			if (found && opened(kept.id, found).fingerprint === kept.fingerprint) return 'already-kept';
			throw new StoreUnsure('an application cannot be read back as it was written');
		},
		async read(id) {
			const sealed = await store.read(keyOf(id));
			return sealed === null ? null : opened(id, sealed);
		},
		async facts(id) {
			const keys = await store.list(`fact/${id}/`);
			const texts = await Promise.all(keys.map((key) => store.read(key)));
			return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Fact]));
		},
		async record(id, fact) {
			const created = await store.create(`fact/${id}/${nameOf(fact)}`, JSON.stringify(fact));
			return created === 'created' ? 'recorded' : 'already-recorded';
		},
		waiting: () => idsUnder('waiting'),
		settle: (id) => store.remove(`waiting/${id}`),
		enqueue,
		kept: (hour) => idsUnder('application', hour),
		async delete({ id, fingerprint }) {
			// What points to the application goes first: a claim without one would send a newcomer with
			// the same answers to an application that is gone.
			await store.remove(`claim/seen/${fingerprint}`);
			await store.remove(keyOf(id));
			await store.remove(`waiting/${id}`);
		},
		report: (report) => store.replace('sweep/last', JSON.stringify(report)),
		async lastReport() {
			const text = await store.read('sweep/last');
			return text === null ? null : (JSON.parse(text) as Report);
		},
		async forget(time) {
			const kept = new Set(await idsUnder('application'));
			for (const key of await store.list('fact/')) {
				const id = key.split('/')[1] ?? '';
				if (issuedHour(id) >= time) break;
				if (!kept.has(id)) await store.remove(key);
			}
			for (const key of await store.list('claim/seen/')) {
				const id = await store.read(key);
				if (id && issuedHour(id) < time && !kept.has(id)) await store.remove(key);
			}
			for (const folder of ['claim/receipt/', 'claim/alert/']) {
				const keys = await store.list(folder);
				const old = keys.filter((key) => key < `${folder}${hourOf(time)}`);
				for (const key of old) await store.remove(key);
			}
		},
	};
}

/** The part of a fact's key after its id; the same fact has the same name. */
function nameOf(fact: Fact): string {
	switch (fact.kind) {
		case 'attempted':
		case 'refused':
		case 'released':
			return `${fact.mail}/${fact.kind}/${fact.n}`;
		case 'accepted':
			return `${fact.mail}/${fact.kind}/${fact.providerId}`;
		case 'withheld':
			return `${fact.mail}/${fact.kind}`;
		case 'delivered':
		case 'bounced':
		case 'delayed':
		case 'complained':
		case 'suppressed':
			return `${fact.mail}/${fact.kind}/${fact.eventId}`;
		case 'confirmed':
			return `${fact.kind}/${fact.by}`;
		case 'abandoned':
			return fact.kind;
		default:
			return fact satisfies never;
	}
}

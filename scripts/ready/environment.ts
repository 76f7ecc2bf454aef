import { domainOf, isUnder } from '#application/mail-domain.ts';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { localEnvironment } from '../local-environment.ts';
import { must, type Result } from './check.ts';

/**
 * The settings of the functions. No value is ever shown.
 *
 * @param lead where applications go
 */
export function environment(values: NodeJS.Dict<string>, lead: string): Result[] {
	const { problems } = readEnvironment(values);
	const keys = [values, localEnvironment('')].flatMap(keysIn);
	const sender = domainOf(values.MAIL_FROM ?? '');
	return [
		must(
			'Every setting is set, and has its form',
			problems.length === 0,
			`Missing or malformed: ${problems.join(', ')}. .env.example says how each is written.`,
		),
		must(
			'The keys are different from each other, and from the public ones of this repository',
			new Set(keys).size === keys.length,
			'Make new ones, and give each key of OUTBOX_KEY an id of its own: .env.example.',
		),
		must(
			'E-mails are sent from a domain of the site’s own',
			sender !== '' && !isUnder(sender, domainOf(lead)),
			`Send from a domain that this site runs, and never from ${domainOf(lead)}.`,
		),
	];
}

/** The keys, and the ids of those that open the outbox. */
function keysIn({ FORM_SECRET = '', OUTBOX_KEY = '' }: NodeJS.Dict<string>): string[] {
	return [FORM_SECRET, ...OUTBOX_KEY.split(/[,:]/)];
}

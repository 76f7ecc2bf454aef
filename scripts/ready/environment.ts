import { domainOf, isUnder } from '#application/asking/email-address.ts';
import { readEnvironment } from '#netlify/adapters/env.ts';
import { localEnvironment } from '../local-environment.ts';
import { type Check, must } from './check.ts';

export interface Environment {
	values: NodeJS.Dict<string>;
	/** Where applications go. */
	lead: string;
}

/** The names of the settings without which no function runs. */
export const required = readEnvironment({}).problems;

/** The settings of the functions. No value is ever shown. */
export const environmentChecks: readonly Check<Environment>[] = [
	must(
		'Every setting is set, and has its form',
		({ values }) => readEnvironment(values).problems.length === 0,
		({ values }) =>
			`Missing or malformed: ${readEnvironment(values).problems.join(', ')}. .env.example says how each is written.`,
	),
	must(
		'The keys are different from each other, and from the public ones of this repository',
		({ values }) => {
			const all = [values, localEnvironment('')].flatMap(keysIn);
			return new Set(all).size === all.length;
		},
		'Make new ones, and give each key of OUTBOX_KEY an id of its own: .env.example.',
	),
	must(
		'E-mails are sent from a domain of the site’s own',
		({ values, lead }) => {
			const sender = domainOf(values.MAIL_FROM ?? '');
			return sender !== '' && !isUnder(sender, domainOf(lead));
		},
		({ lead }) => `Send from a domain that this site runs, and never from ${domainOf(lead)}.`,
	),
];

/** The keys, and the ids of those that open the outbox. */
function keysIn({ FORM_SECRET = '', OUTBOX_KEY = '' }: NodeJS.Dict<string>): string[] {
	return [FORM_SECRET, ...OUTBOX_KEY.split(/[,:]/)];
}

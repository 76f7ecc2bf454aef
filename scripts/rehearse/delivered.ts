import type { Fact, LetterName } from '#application/delivering/facts.ts';

/** How long an e-mail may take to be delivered, in milliseconds. */
const patience = 5 * 60_000;

/** Waits until the webhook has told that an e-mail is delivered. Throws what to do where it tells something else. */
export async function delivered(
	mail: LetterName,
	facts: () => Promise<readonly Fact[]>,
): Promise<void> {
	const end = Date.now() + patience;
	while (Date.now() < end) {
		const told = (await facts()).filter((fact) => 'mail' in fact && fact.mail === mail);
		if (told.some(({ kind }) => kind === 'delivered')) return;
		const trouble = told.map(({ kind }) => troubleOf(mail, kind)).find((text) => text !== null);
		if (trouble) throw new Error(trouble);
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
	throw new Error(
		`No webhook has told of the e-mail "${mail}" in ${patience / 60_000} minutes. Check the webhook at Resend.`,
	);
}

function troubleOf(mail: LetterName, kind: Fact['kind']): string | null {
	switch (kind) {
		case 'withheld':
			return 'This mailbox has had a receipt today, and gets one a day. Take another: --to';
		case 'bounced':
		case 'suppressed':
		case 'refused':
			return `The e-mail "${mail}" was ${kind}. See the alarms in docs/operations.md.`;
		default:
			return null;
	}
}

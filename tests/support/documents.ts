import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplication, questions } from './application.ts';
import { aPost, type Functions } from './functions.ts';
import type { Mailbox } from './mailbox.ts';
import { builtPages } from './published.ts';

export interface Document {
	name: string;
	html: string;
}

/** Every HTML document that the site makes: published pages, pages that functions answer with, e-mails. */
export async function everyDocument(functions: Functions, mailbox: Mailbox): Promise<Document[]> {
	const answers = anApplication({ name: 'Åse "<b>" & Ø', network: "Linje 1\n<p>'Linje' 2 & 3" });
	const form = await functions.post(paths.check, { ...answers, edit: 'name' });
	const mistakes = await functions.post(paths.check, {});
	const checked = await functions.post(paths.check, answers);
	const unconfirmed = await functions.post(paths.submit, answers);
	const sent = await functions.post(paths.submit, checked.page.formTo(paths.submit));
	const receipt = await functions.receiptAt(sent.headers);
	const unknownReceipt = await functions.call(paths.receipt);
	const unknownField = await functions.call(paths.check, aPost('unknown=1'));
	const troubles = { unknownReceipt, unknownField };
	const filled = { form, mistakes, checked, unconfirmed, receipt, ...troubles };

	const from = 'Ansøgning <ansoegning@eksempel.dk>';
	const id = '2026112107-9f86d081884c7d659a2feaa0c55ad015';
	const lost = letterOfLostReceipt(id, { questions, programme: settings, from });
	const emails = [...(await mailbox.emails()), lost];

	return [
		...builtPages,
		...Object.entries(filled).map(([name, { page }]) => ({ name, html: page.html })),
		...emails.map(({ subject, html }) => ({ name: `e-mail ${subject}`, html })),
	];
}

import { referenceOf } from '#application/confirming/id.ts';
import type { Letter } from './letter.ts';
import { writeLetter } from './write.ts';
import type { Writing } from './writing.ts';

/** Informs the project lead that the applicant got no receipt by e-mail. Of the application, it names the reference. */
export function letterOfLostReceipt(id: string, { programme, from }: Writing): Letter {
	const to = programme.projectLead.email;
	return writeLetter(
		{ from, programme },
		{
			to,
			subject: `Kvitteringen for ansøgning ${referenceOf(id)} kom ikke frem`,
			blocks: [
				{
					lines: [
						'Vi kunne ikke aflevere kvitteringen til ansøgeren. Måske er e-mailadressen skrevet forkert, eller vi kunne ikke sende flere e-mails.',
					],
				},
				{
					lines: ['Du har fået selve ansøgningen. Ring til ansøgeren. Telefonnummeret står i den.'],
				},
			],
		},
	);
}

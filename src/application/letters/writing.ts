import type { Questions } from '#application/asking/questions.ts';
import type { Programme } from '#application/programme.ts';

/** What the letters about an application are written from. */
export interface Writing {
	questions: Questions;
	programme: Programme;
	/** The sender, `Name <address>`, on a domain that the mail provider has verified. */
	from: string;
}

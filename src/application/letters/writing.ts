import type { Questions } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Programme } from '#application/programme.ts';

/** What the letters about an application are written from. */
export interface Writing {
	questions: Questions;
	programme: Programme;
	/** The sender, `Name <address>`, on a domain that the mail provider has verified. */
	from: string;
}

/** An application that has come in, with the id that its reference is made of. */
export interface Received {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
	application: Application;
}

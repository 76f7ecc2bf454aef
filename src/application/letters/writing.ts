import type { Questions } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Programme } from '#application/programme.ts';

/** What every letter about an application needs besides the application. */
export interface Writing {
	questions: Questions;
	programme: Programme;
	/** The sender, `Name <address>`, on a domain that the mail provider has verified. */
	from: string;
}

/** An accepted application, and the id that its reference is derived from. */
export interface Received {
	id: string;
	/** When it was accepted, in milliseconds since 1970. */
	at: number;
	application: Application;
}

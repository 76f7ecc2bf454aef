import { lacking } from '#application/confirming/opening.ts';
import { settings } from '#content/settings.ts';
import { isPublished } from './deploy.ts';
import { paths } from './paths.ts';

/** Whether the public cannot apply on the site yet. */
export const isClosed = isPublished && lacking(settings).length > 0;

/** Where one goes who wants to become an ambassador, and what the link says. A closed site invites to nothing. */
export const applying = isClosed
	? { href: paths.contact, text: 'Spørg projektlederen' }
	: { href: paths.form, text: 'Ansøg om at blive tryghedsambassadør' };

import { missingSettings } from '#application/confirming/opening.ts';
import { settings } from '#content/settings.ts';
import { isPublished } from './deploy.ts';
import { paths } from './paths.ts';

/** Whether the published site lacks what it must say before it may take an application. */
export const isUnready = isPublished && missingSettings(settings).length > 0;

/** Whether the public cannot apply on the site: not yet, or not for a while. */
export const isClosed = isUnready || settings.closed !== null;

/** Where one goes who wants to become an ambassador, and what the link says. A closed site invites to nothing. */
export const applying = isClosed
	? { href: paths.contact, text: 'Spørg projektlederen' }
	: { href: paths.form, text: 'Ansøg om at blive tryghedsambassadør' };

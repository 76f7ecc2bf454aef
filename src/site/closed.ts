import { missingSettings } from '#application/confirming/opening.ts';
import { settings } from '#content/settings.ts';
import { isPublished } from './deploy.ts';
import { paths } from './paths.ts';

/** Whether a setting is missing without which the published site may not take applications. */
export const isUnready = isPublished && missingSettings(settings).length > 0;

/** Whether the public cannot apply: a setting is missing, or staff have closed the site. */
export const isClosed = isUnready || settings.closed !== null;

/** The link for people who want to become ambassadors: to the form or, on a closed site, to the project lead. */
export const applyLink = isClosed
	? { href: paths.contact, text: 'Spørg projektlederen' }
	: { href: paths.form, text: 'Ansøg om at blive tryghedsambassadør' };

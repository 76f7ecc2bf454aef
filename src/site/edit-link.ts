import type { Settings } from '#content/settings.ts';
import { pagePath } from '#content/source.ts';

/** The address of "Ret denne side", if there is one. Under `npm run dev`, the editor needs no project at GitHub. */
export function editLink(
	{ link, repository }: Settings['editing'],
	id: string,
	isLocal: boolean,
): string | undefined {
	const hasRepository = repository !== null;
	if (link === 'editor' && (hasRepository || isLocal))
		return `/admin/#/collections/pages/entries/${id}`;
	if (link === 'github' && hasRepository)
		return `https://github.com/${repository}/edit/main/${pagePath(id)}`;
	return undefined;
}

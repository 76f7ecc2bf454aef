import type { Settings } from '#content/settings.ts';
import { pagePath } from '#content/source.ts';

/** The address of "Ret denne side", if there is one. Under `npm run dev`, the editor needs no project at GitHub. */
export function editLink(
	{ link, repository }: Settings['editing'],
	id: string,
	isLocal: boolean,
): string | undefined {
	if (link === null || (repository === null && !isLocal)) return undefined;
	if (link === 'editor') return `/admin/#/collections/pages/entries/${id}`;
	return repository === null
		? undefined
		: `https://github.com/${repository}/edit/main/${pagePath(id)}`;
}

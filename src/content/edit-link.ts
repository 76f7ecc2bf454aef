import type { Settings } from '#content/settings.ts';
import { pagePath } from '#content/source.ts';

/**
 * Where "Ret denne side" leads, if anywhere.
 *
 * @param id the page's file name in `content/pages`, without its ending
 * @param isLocal under `npm run dev` the editor works without a project at GitHub
 */
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

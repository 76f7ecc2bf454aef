import type { HandedOver } from './handed-over.ts';
import { pagesIn } from './pages.ts';
import type { Progress, Saved } from './saved.ts';
import { pageFile } from '#content/source.ts';

/** What the editor says of one change: when it was saved, how far it has come, and where it can be seen. */
export function savedItem(
	saved: Saved,
	{ files, repository, local }: HandedOver,
	progress: Progress,
	forget: (saved: Saved) => void,
): HTMLElement {
	const id = pageFile.exec(saved.path)?.[1];
	const page = pagesIn({ ...files, [saved.path]: saved.text }).find((each) => each.id === id);
	const heading = document.createElement('h2');
	const when = new Date(saved.at).toLocaleString('da', { dateStyle: 'long', timeStyle: 'short' });
	heading.textContent = `${page?.title ?? 'Indstillinger'}, gemt ${when}`;
	const paragraph = document.createElement('p');
	const isPractice = repository === null && !local;
	paragraph.textContent = words[progress === 'waiting' && isPractice ? 'practice' : progress];
	const hide = document.createElement('button');
	hide.textContent = 'Skjul';
	hide.addEventListener('click', () => {
		forget(saved);
	});
	const part = document.createElement('article');
	part.append(heading, paragraph);
	if (progress !== 'waiting') part.append(link('Se siden', page?.address ?? '/'));
	else if (repository !== null && !local)
		part.append(link('Se rettelsen hos GitHub', pullRequest(repository, id)));
	part.append(hide);
	return part;
}

const words: Readonly<Record<Progress | 'practice', string>> = {
	waiting:
		'Rettelsen er ikke på nettet endnu. En kollega skal se på den og udgive den. Så går der et par minutter. Her kan du se, når den er ude.',
	out: 'Din rettelse er ude nu.',
	otherwise:
		'Siden er ændret på nettet, men der står ikke helt det, du gemte. Måske har en anden også rettet den.',
	practice:
		'Du øver dig, så rettelsen kommer ikke på nettet. Ellers skulle en kollega nu se på den og udgive den.',
};

function pullRequest(repository: string, id: string | undefined): string {
	const query = `is:pr is:open head:cms/${id === undefined ? '' : `pages/${id}`}`;
	return `https://github.com/${repository}/pulls?q=${encodeURIComponent(query)}`;
}

function link(text: string, address: string): HTMLElement {
	const element = document.createElement('a');
	element.href = address;
	element.target = '_blank';
	element.rel = 'noopener';
	element.textContent = `${text} (nyt faneblad)`;
	return element;
}

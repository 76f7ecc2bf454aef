import type { Examples, PageRule } from '#content/check/rule.ts';
import { elementsIn } from '#content/mdx.ts';
import { inFile } from '#content/report.ts';
import { nearest } from '#content/nearest.ts';
import { componentNames, componentRule } from '#content/table/components.ts';

/** What stands between < and > is one of the components. */
export const components: PageRule = ({ tree }, tell) => {
	for (const { element } of elementsIn(tree)) {
		const { name } = element;
		if (componentRule(name)) continue;
		if (name === null || isHtml(name))
			tell(element, `Der står HTML i teksten: <${name ?? ''}>.`, noHtml);
		else tell(element, ...tellUnknown(name));
	}
};

export const noHtml = `Slet det. Brug knapperne Fed, Kursiv og Link${inFile(' i editoren, eller skriv **fed**, _kursiv_ og [teksten](/adressen/)')}.`;

/** Whether a name is one of HTML, and not one of ours in small letters. */
export function isHtml(name: string): boolean {
	return /^[a-z]/.test(name) && !componentNames.some((each) => each.toLowerCase() === name);
}

export function tellUnknown(name: string): [what: string, mend: string] {
	const near =
		componentNames.find((each) => each.toLowerCase() === name) ?? nearest(name, componentNames);
	const mend = near === undefined ? 'Ret navnet, eller slet linjen.' : `Mente du "${near}"?`;
	return [
		`"${name}" er ikke en byggeklods.`,
		`${mend} Byggeklodserne hedder ${componentNames.join(', ')}.`,
	];
}

export const examples: Examples = {
	good: ['<Projektleder />'],
	bad: ['<Boks />', '<projektleder />', 'Det er <b>vigtigt</b>.'],
};

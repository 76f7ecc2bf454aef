import type { Examples, PageRule } from '#content/check/rule.ts';
import { isHtml, noHtml, tellUnknown } from '#content/check/component-names.ts';
import { noComment } from '#content/check/code.ts';
import type { Unreadable } from '#content/mdx.ts';
import { componentRule, writtenAs } from '#content/table/components.ts';

/** Says of what no reader could read what it was meant to be. */
export const unreadable: PageRule = ({ body, unreadable: places }, tell) => {
	for (const place of places) {
		const line = body.slice(0, place.offset).split('\n').length;
		tell(line, ...trouble(place));
	}
};

function trouble({ found, after, reason }: Unreadable): [what: string, mend: string] {
	const [, slash, name = ''] = /^<(\/?)([\w.-]*)/.exec(found) ?? [];
	const [broken = ''] = /^[A-Z]\w*(?=\s)/.exec(after) ?? [];
	const rule = componentRule(name);
	if (found.startsWith('<!--')) return noComment;
	if (found === '<' && componentRule(broken)) {
		return [
			`Byggeklodsen ${broken} er ikke skrevet rigtigt.`,
			`Skriv den sådan: ${writtenAs(broken)}. ${
				/=\s*[”“„]/.test(after)
					? 'Brug lige anførselstegn (") og ikke skrå.'
					: 'Er der et " i teksten, så skriv ” i stedet.'
			}`,
		];
	}
	if (found.startsWith('{')) return stray('{');
	if (rule && slash) {
		return [
			`</${name}> slutter noget, som ikke er begyndt her.`,
			`Skriv ${writtenAs(name)} på en linje for sig selv over teksten, eller slet </${name}>. To byggeklodser må ikke gå ind over hinanden.`,
		];
	}
	if (rule && reason === 'end-tag-mismatch') {
		return [
			`<${name}> bliver ikke sluttet.`,
			rule.holds === 'nothing'
				? `Skriv ${writtenAs(name)} med en skråstreg før >.`
				: `Skriv </${name}> på en linje for sig selv efter teksten.`,
		];
	}
	if (found.length > 1 && isHtml(name)) return [`Der står HTML i teksten: ${found}.`, noHtml];
	if (found.length > 1 && name !== '') return tellUnknown(name);
	return stray('<');
}

function stray(sign: string): [string, string] {
	return [
		`Der står et "${sign}", som ikke kan bruges i teksten.`,
		`Slet tegnet, eller skriv \\${sign} i stedet.`,
	];
}

export const examples: Examples = {
	good: ['Børn \\<3 år, \\{ og 1 < 2.'],
	bad: ['Børn <3 år.', 'Skriv { her.', '<KortFortalt>\n\n- Noget.', '<!-- husk -->'],
};

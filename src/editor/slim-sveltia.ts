import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Rolldown } from 'vite';

type Program = ReturnType<Rolldown.PluginContext['parse']>;
type Call = Extract<Program['body'][number], { type: 'ExpressionStatement' }>['expression'];
type ObjectLiteral = Extract<Call, { type: 'ObjectExpression' }>;
type Argument = Extract<Call, { type: 'CallExpression' }>['arguments'][number];

/** The parts of Sveltia that nothing here leads to, by where they come from. */
const unneeded = [
	// Pictures and other files.
	/\/lib\/components\/assets\//,
	/\/lib\/services\/integrations\/(media-libraries\/(cloud|stock)|translators)/,
	/\/node_modules\/(mime\/dist\/types|qrcode|dijkstrajs|@jsquash|leaflet)\//,
	// Kinds of fields that no form of ours has.
	/\/lib\/components\/contents\/details\/fields\/(file|map|code|color|date-time|key-value|relation|compute|custom|list)\//,
	// Colours of code.
	/\/@sveltia\/ui\/dist\/(self-hosted|components\/text-editor\/shiki)\/generated/,
	// Other hosts than GitHub, and other formats than ours.
	/\/lib\/services\/backends\/git\/(gitlab|gitea)\//,
	/\/node_modules\/(yaml|smol-toml)\//,
	// Letters of all languages for addresses: those of a page are made by our own rule.
	/\/transliterate\/replacements/,
	// Pictograms offered for words, and pictures that are made smaller before they are put in.
	/\/@sveltia\/ui\/dist\/components\/(emoji\/|[a-z-]+\/emoji-autocomplete)/,
	/\/lib\/services\/utils\/media\//,
	/\/fields\/rich-text\/rich-text-preview/,
	// What it says of a configuration: ours is typed and tested.
	/\/lib\/services\/config\/(schema|deprecations|parser)/,
	/\/node_modules\/@cfworker\//,
	// English, since all that is shown has Danish words.
	/\/lib\/locales\/en-US/,
];

interface Place {
	start: number;
	end: number;
}

/** The code with the bodies of unneeded functions left out; the bundler drops what only they needed. */
export function slimmed(code: string, program: Program, mapFile: string): string {
	const map = new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8')) as SourceMapPayload);
	const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
	let line = 0;
	const isUnneeded = ({ start }: Place) => {
		while ((starts[line + 1] ?? Infinity) <= start) line++;
		const entry = map.findEntry(line, start - (starts[line] ?? 0));
		const source = 'originalSource' in entry ? `/${entry.originalSource}` : '';
		return unneeded.some((each) => each.test(source));
	};
	let slim = '';
	let done = 0;
	for (const place of program.body.flatMap(bodiesIn).filter(isUnneeded)) {
		slim += code.slice(done, place.start) + place.instead;
		done = place.end;
	}
	return slim + code.slice(done);
}

/** What a top-level statement holds that can be emptied, in the order of the text. */
function bodiesIn(statement: Program['body'][number]): (Place & { instead: string })[] {
	if (statement.type === 'FunctionDeclaration' && statement.body) {
		return [{ ...placeOf(statement.body), instead: '{}' }];
	}
	if (statement.type !== 'VariableDeclaration') return [];
	return statement.declarations.flatMap(({ init }) => {
		if (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression') {
			return [{ ...placeOf(init), instead: '()=>{}' }];
		}
		if (init?.type === 'ArrayExpression') return [{ ...placeOf(init), instead: '[]' }];
		if (init?.type === 'ObjectExpression') {
			// Styles have no place of their own in the map, so it says of them where the code before them comes from.
			return isStyles(init) ? [] : [{ ...placeOf(init), instead: '{}' }];
		}
		return init?.type === 'CallExpression' ? init.arguments.flatMap(moduleBody) : [];
	});
}

function isStyles({ properties }: ObjectLiteral): boolean {
	return properties.some(
		(each) =>
			each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'hash',
	);
}

/** A module of the older kind is a function of its exports, which a wrapper calls when somebody asks for it. */
function moduleBody(argument: Argument): (Place & { instead: string })[] {
	const isFunction =
		argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression';
	const takesExports = isFunction && argument.params.length > 0;
	return takesExports ? [{ ...placeOf(argument), instead: '()=>{}' }] : [];
}

const placeOf = ({ start, end }: Place): Place => ({ start, end });

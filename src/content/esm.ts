import type { Code, Construct, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
	interface TokenTypeMap {
		mdxjsEsm: 'mdxjsEsm';
		mdxjsEsmData: 'mdxjsEsmData';
	}
}

/** What may follow the word; as Sätteri 0.10 reads it, tried with every character. */
const follows = /^[\t\n\r {*]$/;

/**
 * Reads `import` and `export` as the compiler does: at the start of a block outside lists, the lines up to
 * a blank one are code. Without a parser of JavaScript, which would only say whether the code is right.
 */
const esm: Construct = {
	name: 'mdxjsEsm',
	tokenize(effects, ok, nok) {
		let word = '';
		const { interrupt = false } = this;
		const { column } = this.now();
		const end: State = (code) => {
			effects.exit('mdxjsEsm');
			return ok(code);
		};
		const begin: State = (code) => {
			if (interrupt || column > 1) return nok(code);
			effects.enter('mdxjsEsm');
			effects.enter('mdxjsEsmData');
			return inWord(code);
		};
		const inWord: State = (code) => {
			if (word === 'import' || word === 'export') {
				return follows.test(charOf(code)) ? inLine(code) : nok(code);
			}
			if (word.length === 6 || code === null || code < 0) return nok(code);
			word += charOf(code);
			effects.consume(code);
			return inWord;
		};
		const inLine: State = (code) => {
			if (code !== null && code >= -2) {
				effects.consume(code);
				return inLine;
			}
			effects.exit('mdxjsEsmData');
			return code === null ? end(code) : effects.check(furtherLine, nextLine, end)(code);
		};
		const nextLine: State = (code) => {
			effects.enter('lineEnding');
			effects.consume(code);
			effects.exit('lineEnding');
			effects.enter('mdxjsEsmData');
			return inLine;
		};
		return begin;
	},
	concrete: true,
};

/** A line end with a line after it that is not blank. */
const furtherLine: Construct = {
	partial: true,
	tokenize(effects, ok, nok) {
		const inBlank: State = (code) => {
			if (code === null || code < -2) return nok(code);
			if (code !== 32 && code >= 0) return ok(code);
			effects.enter('whitespace');
			effects.consume(code);
			effects.exit('whitespace');
			return inBlank;
		};
		return (code) => {
			effects.enter('lineEnding');
			effects.consume(code);
			effects.exit('lineEnding');
			return inBlank;
		};
	},
};

export const esmSyntax: Extension = { flow: { 101: esm, 105: esm } };

/** Line ends and tabs are negative numbers to micromark. */
function charOf(code: Code): string {
	if (code === null || code < -2) return '\n';
	return code < 0 ? '\t' : String.fromCharCode(code);
}

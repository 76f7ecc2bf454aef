/** Converts domains between Unicode and ASCII; its package has no types of its own. */
declare module 'punycode/punycode.es6.js' {
	const punycode: {
		toASCII(domain: string): string;
		/** Throws where a label that begins with `xn--` cannot be decoded. */
		toUnicode(domain: string): string;
	};
	export default punycode;
}

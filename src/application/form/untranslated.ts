/**
 * For what is called the same in every language: names, addresses, references. The types of Preact take the
 * attribute for a switch, and it would be left out.
 */
export const untranslated: object = { translate: 'no' };

// In place of a package that is left out of the editor (astro.config.mjs).
export default {};

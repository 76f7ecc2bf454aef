// Replaces a package that the editor does not need (astro.config.mjs).
export default {};

export { checkContent } from '#content/check/check.ts';

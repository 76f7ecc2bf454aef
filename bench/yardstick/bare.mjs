// The least that Netlify calls a function.
export default () => new Response('ok');

export const config = { path: '/bare' };

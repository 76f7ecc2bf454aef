import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { addressOf, isRemoved } from '#content/navigation.ts';

/** The pages for search engines, one a line: https://www.sitemaps.org/protocol.html#otherformats */
export const GET: APIRoute = async ({ site }) => {
	const pages = await getCollection('pages', ({ id, data }) => id !== '404' && !isRemoved(data));
	return new Response(pages.map((page) => `${new URL(addressOf(page), site).href}\n`).join(''));
};

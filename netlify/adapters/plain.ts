import { securityHeaders } from '#site/headers.ts';

/** An answer to a machine, or to a person where no page can be had. */
export function plain(
	status: number,
	text: string,
	headers: Record<string, string> = {},
): Response {
	return new Response(`${text}\n`, {
		status,
		headers: {
			...securityHeaders([]),
			'Cache-Control': 'no-store',
			'Content-Type': 'text/plain; charset=utf-8',
			...headers,
		},
	});
}

/** Whose storage at Netlify it is, and a token that opens it. Throws what to do where they are not set. */
export function netlifyAccess(): { siteID: string; token: string } {
	const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;
	if (siteID && token) return { siteID, token };
	throw new Error(
		'NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN are not set. Give a file with them, --env FILE; .env.example says where to find them.',
	);
}

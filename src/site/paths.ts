/** Every address of the site that code refers to. The address of a page in `content/pages` is its file name. */
export const paths = {
	home: '/',
	about: '/hvad-er-en-tryghedsambassadoer/',
	police: '/kontakt-politiet/',
	contact: '/kontakt/',
	privacy: '/persondata/',
	accessibility: '/tilgaengelighed/',
	leaflet: '/folder/',
	was: '/was',
	security: '/.well-known/security.txt',
	form: '/ansoeg/',
	check: '/ansoeg/tjek',
	submit: '/ansoeg/send',
	receipt: '/ansoeg/kvittering',
} as const;

/** Every address of the site that code refers to. Pages from MDX have their file name as address. */
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

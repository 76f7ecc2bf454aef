/** The facts that pages and letters tell; they come from the settings. */
export interface Programme {
	name: string;
	authority: { name: string };
	projectLead: { name: string; title: string; email: string; phone: string };
	emergency: { number: string };
	service: { number: string };
}

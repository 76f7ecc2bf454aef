/** Facts of the site that pages and letters state. They come from the settings. */
export interface Programme {
	name: string;
	authority: { name: string };
	projectLead: { name: string; title: string; email: string; phone: string };
	/** Who answers an applicant (`null`: the project lead), and within which time (`null`: no promise). */
	answering: { who: string | null; within: string | null };
	/** `owner/name` at GitHub, where the guide for alarms is. */
	editing: { repository: string | null };
	/** Whether this is a staging site. Letters say so. */
	isStaging: boolean;
}

/** The numbers are the same in the whole country. They are no settings, so nobody changes them by mistake. */
export const emergency = { number: '112', name: 'Alarmcentralen' } as const;
export const service = { number: '114', name: 'Politiets Servicecenter' } as const;

/** A sentence for the applicant: who answers, and how soon if that is promised. */
export function nextStep({ answering: { who, within } }: Programme): string {
	const does = within
		? `ringer eller skriver til dig inden for ${within}`
		: 'kan ringe eller skrive til dig';
	return `${who ?? 'Projektlederen'} ${does}.`;
}

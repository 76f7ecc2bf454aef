/** The facts that pages and letters tell; they come from the settings. */
export interface Programme {
	name: string;
	authority: { name: string };
	projectLead: { name: string; title: string; email: string; phone: string };
	/** Who answers an applicant, where it is not the project lead, and within which time, where it is promised. */
	answering: { who: string | null; within: string | null };
	/** `owner/name` at GitHub, where the guide for alarms is. */
	editing: { repository: string | null };
	/** Whether this is a rehearsal, which letters say. */
	isStaging: boolean;
}

/** What happens after the receipt: who may call or write, and within which time where that is promised. */
export function whatFollows({ answering: { who, within } }: Programme): string {
	const does = within
		? `ringer eller skriver til dig inden for ${within}`
		: 'kan ringe eller skrive til dig';
	return `${who ?? 'Projektlederen'} ${does}.`;
}

/** The numbers of the police are the same in the whole country, and nobody may change them by mistake: no settings. */
export const emergency = { number: '112', name: 'Alarmcentralen' } as const;
export const service = { number: '114', name: 'Politiets Servicecenter' } as const;

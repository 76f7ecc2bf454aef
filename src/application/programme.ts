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

/** What a person must look at, as it is named in alarms, in `/api/health` and in docs/operations.md. */
export const problemNames = [
	'undelivered',
	'unconfirmed',
	'bounced',
	'suppressed',
	'refused',
	'configuration',
	'quota',
	'side-letter',
	'unreadable',
	'failed',
] as const;
export type Problem = (typeof problemNames)[number];

/** Whose problems they are: by the application's id, or by what else a round was busy with. */
export type Problems = ReadonlyMap<string, readonly Problem[]>;

/** A form that a text must have, what to say when it has another one, and a text that has it. */
export interface Form {
	pattern: RegExp;
	message: string;
	example: string;
}

export const forms = {
	email: {
		pattern: /^[\w.+-]+@[a-zæøå\d-]+(\.[a-zæøå\d-]+)+$/i,
		message: 'Skriv e-mailen som navn@eksempel.dk.',
		example: 'navn@eksempel.dk',
	},
	phone: {
		pattern: /^\+[1-9]\d{6,14}$/,
		message: 'Skriv nummeret som +4512345678.',
		example: '+4512345678',
	},
	webAddress: {
		pattern: /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/,
		message: 'Skriv hele adressen. Den begynder med https://.',
		example: 'https://eksempel.dk/',
	},
	repository: {
		pattern: /^[\w.-]+\/[\w.-]+$/,
		message: 'Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
		example: 'ejer/projekt',
	},
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof forms;

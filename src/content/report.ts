/** Something that must be mended before the site can be built, told to an editor. */
export interface Mistake {
	/** From the project's folder, such as `content/pages/kontakt.mdx`. */
	file: string;
	/** From 1, as an editor counts. */
	line: number;
	/** What is wrong. */
	what: string;
	/** How to mend it. */
	mend: string;
}

/** Something worth a look. Never stops anything. */
export interface Notice {
	file: string;
	line: number;
	text: string;
}

export interface Report {
	mistakes: Mistake[];
	notices: Notice[];
}

/** Where a check tells what it finds in one file. */
export type Tell = (line: number, what: string, mend: string) => void;

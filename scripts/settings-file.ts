import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The functions' settings that a file outside the repository holds, one `NAME=value` a line. */
export function settingsIn(file: string): NodeJS.Dict<string> {
	try {
		return parseEnv(readFileSync(file, 'utf8'));
	} catch {
		console.error(`${file} cannot be read. It is looked for from ${process.cwd()}.`);
		process.exit(2);
	}
}

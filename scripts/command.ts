import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** The options of every command that works on a running site. */
export const common = { env: { type: 'string' }, help: { type: 'boolean' } } as const;

/** Puts the settings in a file outside the repository, one `NAME=value` a line, into the environment. */
export function readSettings(file: string | undefined): void {
	if (file) Object.assign(process.env, parseEnv(readFileSync(resolve(file), 'utf8')));
}

/**
 * Runs a command. Where it cannot be done, prints why and what to do; the exit code is 1, or 2 where the arguments are
 * wrong.
 */
export async function run(usage: string, command: () => Promise<void>): Promise<void> {
	await command().catch((error: unknown) => {
		const { message, code = '' } = error as Error & { code?: string };
		const isMisuse = code.startsWith('ERR_PARSE_ARGS');
		const noAnswer = 'No answer. Does the site run, and is there a network?';
		console.error(message === 'fetch failed' ? noAnswer : message);
		if (isMisuse) console.error(`\n${usage}`);
		process.exitCode = isMisuse ? 2 : 1;
	});
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** The options of every command that works on a running site. */
export const common = { env: { type: 'string' }, help: { type: 'boolean' } } as const;

/** Puts the settings in a file outside the repository, one `NAME=value` a line, into the environment. */
export function readSettings(file: string | undefined): void {
	if (file) Object.assign(process.env, parseEnv(readFileSync(resolve(file), 'utf8')));
}

/** Runs a command. Where it cannot be done, prints why and what to do; the exit code is 1. */
export async function run(command: () => Promise<void>): Promise<void> {
	await command().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}

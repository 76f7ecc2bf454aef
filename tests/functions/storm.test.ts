import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Storm } from '../support/storm.ts';

const run = promisify(execFile);

test(
	'many applications, 20 at a time, while a third of all requests fail: none lost, none doubled',
	{ timeout: 600_000 },
	async () => {
		const { stdout } = await run(process.execPath, ['tests/support/storm.ts'], {
			env: { ...process.env, NODE_ENV: 'test' },
		});
		const storm = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Storm;
		for (const [what, count] of Object.entries(storm)) {
			console.log(`      ${what.padEnd(14)} ${String(count).padStart(6)}`);
		}
		expect(storm.faults / storm.requests).toBeGreaterThan(0.25);
		const { applications } = storm;
		expect(applications).toBeGreaterThanOrEqual(60);
		expect(storm).toMatchObject({
			acknowledged: applications,
			delivered: applications,
			lost: 0,
			doubled: 0,
		});
	},
);

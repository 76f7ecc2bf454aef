import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from './report.ts';

/** Seconds of each step, by its label, and to the first page. */
type Steps = Record<string, number>;

/** `npm start` in a fresh clone of what is committed, and once more in the same folder. */
export async function measure(): Promise<Omit<Part, 'at'>> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
	try {
		execFileSync('git', ['clone', '--quiet', process.cwd(), folder]);
		const first = await start(folder);
		const again = await start(folder);
		const whole = first.whole ?? Number.NaN;
		const rows = Object.keys(first).map((name) => [
			name === 'whole' ? 'from the command to the first page' : name,
			first[name]?.toFixed(1) ?? '–',
			((first[name] ?? Number.NaN) / whole).toFixed(2),
			again[name]?.toFixed(1) ?? '–',
		]);
		return {
			title: '`npm start`',
			sections: [
				{
					title: 'From a fresh clone to the first page, in seconds',
					text: 'With npm’s cache filled, so that the network is not what is measured; once, and not interleaved. The clone itself is not counted.',
					head: ['step', 'fresh clone', 'share', 'again'],
					rows,
				},
			],
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function start(folder: string): Promise<Steps> {
	const begun = performance.now();
	const since = () => (performance.now() - begun) / 1000;
	const child = spawn('npm', ['start'], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'inherit'],
		detached: true,
	});
	let said = '';
	try {
		const site = await new Promise<string>((found, failed) => {
			child.stdout.on('data', (chunk: Buffer) => {
				said += chunk.toString();
				const [, address] = /Site +(\S+)/.exec(said) ?? [];
				if (address) found(address);
			});
			child.once('exit', () => failed(new Error(`npm start ended: ${said}`)));
		});
		await (await fetch(site)).text();
		const whole = since();
		const steps = [...said.matchAll(/^(\w.*): ([\d.]+) s$/gm)].map(
			([, label = '', seconds]) => [label, Number(seconds)] as const,
		);
		const known = steps.reduce((sum, [, seconds]) => sum + seconds, 0);
		return { ...Object.fromEntries(steps), 'everything else': whole - known, whole };
	} finally {
		const ended = new Promise((resolve) => child.once('exit', resolve));
		// As Ctrl-C does: npm passes nothing on, so the whole group is told.
		if (child.pid) process.kill(-child.pid, 'SIGINT');
		await ended;
	}
}

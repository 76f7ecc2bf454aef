import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const onWindows = process.platform === 'win32';
const running = new Set();
let interrupted = false;

// Children lead process groups of their own, so that a time limit or Ctrl-C ends what they started too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		interrupted = true;
		if (running.size === 0) process.exit(0);
		for (const child of running) end(child, signal);
	});
}

function end(child, signal) {
	try {
		if (onWindows) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It has ended already.
	}
}

/**
 * Runs a command in the project folder.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string>, limit?: number, ipc?: boolean }} [options]
 *   capture: returns the output instead of showing it; limit: seconds until the command is ended; ipc: passes on
 *   what is typed, and opens a channel that closes when this process dies, however it dies
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
	const { capture = false, env = {}, limit, ipc = false } = options;
	const shown = capture ? 'pipe' : 'inherit';
	const child = spawn(command, args, {
		cwd: root,
		env: {
			...process.env,
			ASTRO_TELEMETRY_DISABLED: '1',
			// Most of what the many processes load is the same.
			NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
			...env,
		},
		stdio: [ipc ? 'inherit' : 'ignore', shown, shown, ...(ipc ? ['ipc'] : [])],
		detached: !onWindows,
	});
	running.add(child);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text) => (output += text));
	}
	child.on('error', ({ message }) => (output += `${message}\n`));
	const timer = limit ? setTimeout(() => end(child, 'SIGKILL'), limit * 1000) : undefined;
	return new Promise((resolve) => {
		child.on('close', (code) => {
			clearTimeout(timer);
			running.delete(child);
			if (interrupted) process.exit(0);
			resolve({ code: code ?? 1, output });
		});
	});
}

/** Runs the npm that started this script. */
export function npm(args, options) {
	return run(process.execPath, [process.env.npm_execpath, ...args], options);
}

/** Says what is going on, for the steps that take longer than a second. */
export async function step(label, work) {
	const start = Date.now();
	console.log(`${label} …`);
	const result = await work();
	console.log(`${label}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
	return result;
}

/** Ends with a message for the person who typed the command. */
export function stop(message) {
	console.error(`\n${message}`);
	process.exit(1);
}

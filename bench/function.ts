import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { build } from 'esbuild';
import { accept } from '#application/confirming/accept.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import { check } from '#application/asking/rules.ts';
import { settings } from '#content/settings.ts';
import { questionsOf } from '#application/asking/questions.ts';
import { environment } from '#netlify/adapters/env.ts';
import { randomId, sealWith, signWith } from '#netlify/adapters/seal.ts';
import { services } from '#netlify/adapters/services.ts';
import { bundling } from '#netlify/build/bundle-functions.ts';
import { anApplication, theChecked } from '../tests/support/application.ts';
import { aConfirmed } from './applicant.ts';
import { interleaved, median } from './measure.ts';
import type { Part, Section } from './report.ts';
import { type Servers, startServers } from './servers.ts';

const questions = questionsOf(settings.municipalities);
const rounds = 21;

/** What one cold process found; see cold.mjs. */
interface Cold {
	whole: number;
	imported: number;
	answered: number;
	rss: number;
	first: number;
	status: number;
}

export async function measure(): Promise<Omit<Part, 'at'>> {
	const deployed = await mkdtemp(join(tmpdir(), 'bench-'));
	const servers = await startServers();
	try {
		await deploy(deployed);
		return {
			title: 'The functions',
			sections: [
				await sizes(deployed),
				await coldStarts(deployed),
				await firstApplications(servers),
				await warmSteps(servers),
			],
		};
	} finally {
		servers.stop();
		await rm(deployed, { recursive: true, force: true });
	}
}

/** Packs the functions and the yardsticks as Netlify packs them, unzipped. */
async function deploy(folder: string): Promise<void> {
	const options = {
		archiveFormat: 'none' as const,
		basePath: process.cwd(),
		repositoryRoot: process.cwd(),
		config: {
			'*': {
				includedFiles: ['build/pages/*.json', 'build/libraries/*.mjs', 'package.json'],
				includedFilesBasePath: process.cwd(),
			},
		},
	} satisfies Parameters<typeof zipFunctions>[2];
	await zipFunctions(resolve('build', 'functions'), folder, options);
	// Inside the project, since Netlify's packer looks for packages from there.
	await cp('bench/handlers', 'build/handlers', { recursive: true });
	await zipFunctions(resolve('build', 'handlers'), folder, options);
}

async function sizes(deployed: string): Promise<Section> {
	const { metafile } = await build({
		...(await bundling(process.cwd())),
		metafile: true,
		write: false,
		minify: true,
	});
	const functions = await readdir(resolve('build', 'functions'));
	const rows = await Promise.all(
		functions.map(async (file) => {
			const inputs = metafile.outputs[`build/functions/${file}`]?.inputs ?? {};
			const bytes = (part: RegExp) =>
				Object.entries(inputs)
					.filter(([path]) => part.test(path))
					.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
			const name = file.replace('.mjs', '');
			const packed = await stat(join(deployed, name, 'build', 'functions', file));
			const whole = await stat(resolve('build', 'functions', file));
			const netlify = bytes(/node_modules\/@netlify\//);
			return [
				name,
				whole.size,
				bytes(/^(src|netlify|content)\//),
				bytes(/zod/),
				netlify,
				whole.size - netlify,
				packed.size,
			];
		}),
	);
	const sdk = await stat(resolve('build', 'libraries', 'resend.mjs'));
	return {
		title: 'Size, in bytes',
		text: `The own part is the file without Netlify's own client of its storage; at most 90,000. Resend's SDK is a file of its own, ${sdk.size} bytes, loaded when there is an e-mail to send. Netlify adds its own start to every function, 1.1 MB.`,
		head: [
			'function',
			'file',
			'our code',
			'zod/mini',
			'@netlify/blobs',
			'own part',
			'as Netlify packs it',
		],
		rows,
		chart: {
			name: 'function-size',
			title: 'Own part of each function',
			unit: 'bytes',
			limit: 90_000,
			bars: rows.map((row) => ({ label: String(row[0]), value: Number(row[5]), ours: true })),
		},
	};
}

function start(environmentOfIt: Record<string, string>): Cold {
	const begun = performance.now();
	const { stdout, stderr } = spawnSync(process.execPath, [resolve('bench', 'cold.mjs')], {
		env: { ...process.env, ...environmentOfIt },
		cwd: environmentOfIt.CWD ?? process.cwd(),
		encoding: 'utf8',
	});
	const whole = performance.now() - begun;
	const found = stdout.trim().split('\n').at(-1);
	if (!found) throw new Error(stderr);
	return { ...(JSON.parse(found) as Omit<Cold, 'whole'>), whole };
}

const fileOf = (...path: string[]) => pathToFileURL(resolve(...path)).href;
const bare = fileOf('bench', 'handlers', 'bare.mjs');
const handWritten = fileOf('bench', 'handlers', 'hand-written.mjs');
const ours = fileOf('build', 'functions', 'submit-application.mjs');

async function coldStarts(deployed: string): Promise<Section> {
	const packed = (name: string) => () =>
		start({
			BOOTSTRAP: fileOf(deployed, name, '___netlify-entry-point.mjs'),
			CWD: join(deployed, name),
		});
	const functions = (await readdir(resolve('build', 'functions'))).map((file) =>
		file.replace('.mjs', ''),
	);
	const found = await interleaved<string, Cold>(rounds, {
		bare: packed('bare'),
		...Object.fromEntries(functions.map((name) => [name, packed(name)])),
	});
	const alone = await interleaved(rounds, {
		bare: () => start({ FILE: bare }),
		ours: () => start({ FILE: ours }),
	});
	const wholeOf = (colds: readonly Cold[] | undefined) =>
		median((colds ?? []).map(({ whole }) => whole));
	const memory = (colds: readonly Cold[]) => median(colds.map(({ rss }) => rss)) / 2 ** 20;
	const rows = ['bare', ...functions].map((name) => {
		const whole = wholeOf(found[name]);
		const more = memory(found[name] ?? []) - memory(found.bare ?? []);
		return [name, whole.toFixed(0), (whole / wholeOf(found.bare)).toFixed(2), more.toFixed(1)];
	});
	const imported = (colds: readonly Cold[]) =>
		median(colds.map(({ imported: ms }) => ms)).toFixed(1);
	return {
		title: 'Cold start, in milliseconds',
		text: `A whole process, from its start to its end: Netlify's bootstrap, the function, one request that is refused. At most 1.25 times the bare handler, and at most 5 MB more. Without Netlify's bootstrap, importing submit-application takes ${imported(alone.ours)} ms and the bare handler ${imported(alone.bare)} ms, part of it Node's own cryptography, which the bootstrap has loaded already; the whole processes are then ${(wholeOf(alone.ours) / wholeOf(alone.bare)).toFixed(2)} to 1 and ${(memory(alone.ours) - memory(alone.bare)).toFixed(1)} MB apart.`,
		head: ['function', 'whole process', 'ratio', 'MB more than bare'],
		rows,
		chart: {
			name: 'function-cold',
			title: 'Cold start beside a bare handler',
			unit: 'times',
			limit: 1.25,
			bars: rows.map((row) => ({
				label: String(row[0]),
				value: Number(row[2]),
				ours: row[0] !== 'bare',
			})),
		},
	};
}

async function firstApplications(servers: Servers): Promise<Section> {
	const { environment: env } = servers;
	const post = (file: string) => () =>
		accepted(start({ ...env, FILE: file, BODY: aConfirmed(env.FORM_SECRET ?? '').body }));
	const found = await interleaved(rounds, {
		'hand-written': post(handWritten),
		'submit-application': post(ours),
	});
	const yardstick = median(found['hand-written'].map(({ answered }) => answered));
	const rows = Object.entries(found).map(([name, colds]) => {
		const answered = median(colds.map((cold) => cold.answered));
		return [
			name,
			median(colds.map(({ imported }) => imported)).toFixed(1),
			answered.toFixed(1),
			(answered / yardstick).toFixed(2),
			(median(colds.map(({ rss }) => rss)) / 2 ** 20).toFixed(1),
		];
	});
	return {
		title: 'Import and first accepted application, in milliseconds',
		text: 'In a new process, to the answer that leads to the receipt. At most 1.3 times a handler written by hand for this, which makes the same four storage round trips one after the other.',
		head: ['function', 'import', 'import and first application', 'ratio', 'resident MB'],
		rows,
		chart: {
			name: 'function-first',
			title: 'Import and first accepted application',
			unit: 'times',
			limit: 1.3,
			bars: rows.map((row) => ({
				label: String(row[0]),
				value: Number(row[3]),
				ours: row[0] !== 'hand-written',
			})),
		},
	};
}

function accepted(cold: Cold): Cold {
	if (cold.status !== 303) throw new Error(`answered ${cold.status}`);
	return cold;
}

/** Each step of an accepted application by itself, in a warm process. */
async function warmSteps({ environment: local, mail: mailServer }: Servers): Promise<Section> {
	Object.assign(process.env, local);
	const env = environment();
	const ports = services(env, 'local');
	const sign = signWith(env.FORM_SECRET);
	const seal = sealWith(env.OUTBOX_KEY);
	let applicants = 0;
	const keep = async () => {
		const id = idOf(Date.now(), randomId());
		const application = theChecked({ email: `varm${applicants++}@eksempel.dk` });
		await accept(
			{
				id,
				now: Date.now(),
				application,
				fingerprint: fingerprintOf(application, sign),
				mailbox: id,
				found: [],
			},
			{ questions, programme: settings, from: env.MAIL_FROM },
			ports.outbox,
		);
		return id;
	};
	const first = await ports.outbox.read(await keep());
	if (!first) throw new Error('nothing was kept');
	const record = JSON.stringify(first);
	let mails = 0;
	const timed = (work: () => unknown) => async () => {
		const begun = performance.now();
		await work();
		return performance.now() - begun;
	};
	const tags = { application: first.id, mail: 'lead' } as const;
	const { from, to, subject, text, html } = first.mails.lead;
	const found = await interleaved(100, {
		'one storage round trip': timed(() => ports.outbox.read(first.id)),
		validate: timed(() => check(anApplication(), questions)),
		'fingerprint, signature': timed(() => fingerprintOf(first.application, sign)),
		seal: timed(() => seal.seal(record, 'application/x')),
		'keep: write the e-mails, claim, store, read back': timed(keep),
		'send one e-mail': timed(() => ports.mailer.send(first.mails.lead, `key-${mails++}`, tags)),
		'bare fetch of the same e-mail': timed(async () => {
			const response = await fetch(`${mailServer}/emails`, {
				method: 'POST',
				headers: { Authorization: 'Bearer re_local', 'Content-Type': 'application/json' },
				body: JSON.stringify({ from, to, subject, text, html }),
			});
			await response.text();
		}),
	});
	const trip = median(found['one storage round trip']);
	return {
		title: 'Warm: what each step costs',
		text: 'Before the answer: validate, sign, keep. After it: the e-mails. A round trip is to the local storage, over HTTP on the same machine; at Netlify it is longer, and everything else is the same.',
		head: ['step', 'ms', 'storage round trips'],
		rows: Object.entries(found).map(([name, times]) => [
			name,
			median(times).toFixed(2),
			(median(times) / trip).toFixed(2),
		]),
	};
}

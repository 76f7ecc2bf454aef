import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#content/settings.ts';
import { copyProject } from '../../scripts/site.ts';
import { buildWith, sources } from './changed-project.ts';

const content = 'tests/other-district/content';
const builds = join('.netlify', 'other-district');

const privacy: Settings['privacy'] = {
	controller: 'Skovkredsens Vagt, Granvej 1',
	dataProtectionOfficer: 'raad@vagt.example',
	legalBasis: 'artikel 6',
	recipients: 'to databehandlere',
	thirdCountries: 'USA',
	retention: 'et år',
	registerCheck: 'nej',
};

/** Who is asked in that district. Applications are only sent to the police. */
export const projectLead: Settings['projectLead'] = {
	name: 'Bodil Vang',
	title: 'koordinator',
	email: 'bodil.vang@politi.dk',
	phone: '+4511223344',
};

export const address = 'https://nabo.example';
export const published = Date.UTC(2026, 10, 24);

/**
 * The published site of a made-up district with every fact that the law asks for. It is built once for all tests
 * that look at it, and again when what it is built from has changed.
 *
 * @returns the folder with its `dist` and `build`, in which nothing may be changed
 */
export async function otherDistrict(): Promise<string> {
	const folder = join(builds, fingerprint());
	if (existsSync(folder)) return folder;
	const project = await buildWith({
		content,
		settings: { privacy, projectLead },
		environment: {
			CONTEXT: 'production',
			URL: address,
			SOURCE_DATE_EPOCH: String(published / 1000),
		},
	});
	await rm(builds, { recursive: true, force: true });
	await mkdir(builds, { recursive: true });
	// Under another name until it is whole.
	const copy = await mkdtemp(join(builds, 'new-'));
	await copyProject(project.root, copy);
	await rename(copy, folder);
	await project.remove();
	return folder;
}

/** Of everything that decides what the build becomes. */
function fingerprint(): string {
	const hash = createHash('sha256');
	for (const source of [...sources, content, 'package-lock.json', import.meta.filename]) {
		const files = statSync(source).isDirectory()
			? readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => join(source, file))
			: [source];
		for (const file of files.toSorted()) {
			if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
		}
	}
	return hash.digest('hex').slice(0, 16);
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#content/settings.ts';
import { copyProject } from '../../scripts/copy-project.ts';
import { buildWith, sources } from './changed-project.ts';

const content = 'tests/other-district/content';
const builds = join('.netlify', 'other-district');

const privacy: Settings['privacy'] = {
	controller: 'Skovkredsens Vagt\nGranvej 1',
	dataProtectionOfficer: 'raad@vagt.example',
	legalBasis: 'artikel 6',
	recipients: 'to databehandlere',
	thirdCountries: 'USA',
	retention: 'et år',
	registerCheck: 'nej',
};

/** The project lead of that district. The address is on the only domain that applications may be sent to. */
export const projectLead: Settings['projectLead'] = {
	name: 'Bodil Vang',
	title: 'koordinator',
	email: 'bodil.vang@politi.dk',
	phone: '+4521223344',
};

export const address = 'https://nabo.example';
export const published = Date.UTC(2026, 10, 24);

/**
 * Builds the published site of a made-up district with every fact that the law demands. The build is cached for all
 * tests until its sources change.
 *
 * @returns the folder with its `dist` and `build`, which no test may change
 */
export async function otherDistrict(): Promise<string> {
	const folder = join(builds, sourceHash());
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
	// Renamed when it is complete, so that no test finds half a build.
	const copy = await mkdtemp(join(builds, 'new-'));
	await copyProject(project.root, copy);
	await rename(copy, folder);
	await project.remove();
	return folder;
}

/** A hash of everything that the build depends on. */
function sourceHash(): string {
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

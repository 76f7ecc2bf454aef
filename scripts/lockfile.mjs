// Completes package-lock.json: npm leaves out where a package for another platform comes from and what its digest
// is (npm/cli#4828), and takes out again what was put in. So it runs after every npm install, and asks npm only
// where something is missing.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const text = readFileSync(file, 'utf8');
const lock = JSON.parse(text);
for (const [path, entry] of Object.entries(lock.packages)) {
	if (path === '' || entry.link || entry.inBundle || entry.integrity) continue;
	const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
	const { version, ...rest } = entry;
	const asked = ['view', `${name}@${version}`, 'dist.integrity', '--json'];
	try {
		const integrity = JSON.parse(execFileSync('npm', asked, { encoding: 'utf8' }));
		lock.packages[path] = { version, integrity, ...rest };
	} catch {
		console.error(`package-lock.json lacks the digest of ${name}, and npm does not answer.`);
	}
}
const completed = `${JSON.stringify(lock, null, '\t')}\n`;
if (completed !== text) writeFileSync(file, completed);

// Measures the site beside its yardsticks and writes bench/report.md. `npm run bench` runs it; with
// `-- pages | function | days` only those parts, each in the file of its name.
import { type Part, report } from './report.ts';

const order = ['pages', 'function', 'days'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !order.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part "${unknown.join(' ')}", only: ${order.join(', ')}.`);
	process.exit(2);
}
for (const name of order.filter((part) => asked.length === 0 || asked.includes(part))) {
	const begun = Date.now();
	console.log(`${name} …`);
	const { measure } = (await import(`./${name}.ts`)) as { measure: () => Promise<Part> };
	report(await measure());
	console.log(`${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}
process.exit(0);

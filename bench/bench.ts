// Measures the site beside its yardsticks and writes bench/report.md. `npm run bench` runs it; with
// `-- pages | function | days` only those parts, each in the file of its name.
import { keep, order, type Part, writeReport } from './report.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !order.some((part) => part === name));
if (unknown.length > 0) {
	console.error(`There is no part "${unknown.join(' ')}", only: ${order.join(', ')}.`);
	process.exit(2);
}
for (const name of order.filter((part) => asked.length === 0 || asked.includes(part))) {
	const begun = Date.now();
	console.log(`${name} …`);
	const { measure } = (await import(`./${name}.ts`)) as {
		measure: () => Promise<Omit<Part, 'at'>>;
	};
	const at = `${new Date(begun).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
	keep(name, { ...(await measure()), at });
	writeReport();
	console.log(`${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}
process.exit(0);

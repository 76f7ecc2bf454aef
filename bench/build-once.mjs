// Builds the project in the working directory once, and prints what the process took.
import { build } from 'astro';

const begun = performance.now();
await build({ cacheDir: '.cache', logLevel: 'error' });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1000;
const result = { cpu, megabytes: maxRSS / 1024, wall: performance.now() - begun };
process.stdout.write(`\n${JSON.stringify(result)}`, () => process.exit(0));

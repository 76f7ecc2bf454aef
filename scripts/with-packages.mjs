// Runs a script, and gets the packages and the Node that it needs first where they are missing: for commands that
// somebody may type in a fresh clone. Plain JavaScript on Node 20, since it runs before node_modules exists.
import { install, ownNode } from './install.mjs';
import { run } from './run.mjs';

await install();
const { code } = await run(ownNode(), process.argv.slice(2));
process.exit(code);

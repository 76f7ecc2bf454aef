// Serves the built project in its working directory until its parent goes. A process of its own, since
// the emulator puts the blobs' address and the settings into the environment of its process.
import { startSite } from '../../scripts/site.ts';

const site = await startSite(process.cwd(), 0);
process.send?.(site.url);
process.once('disconnect', () => {
	void site.stop().then(() => process.exit(0));
});

// Loaded into the process of a site under test, and into each thread that the emulator starts for a function: what
// the clock is ahead by stands in the environment, which a thread copies when it begins.
const { now } = Date;
Date.now = () => now() + Number(process.env.CLOCK_AHEAD ?? 0);

/** Whether the tests run in full, as `npm run test:nightly` does; docs/testing.md lists what `npm test` leaves to it. */
export const nightly = process.env.NIGHTLY === '1';

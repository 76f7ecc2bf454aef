import { expect, test as base } from 'vitest';
import { paths } from '#site/paths.ts';
import { localEnvironment } from '../../scripts/local-environment.ts';
import { anApplication } from '../support/application.ts';
import { Blobs } from '../support/blobs.ts';
import { Deployed, type LambdaAnswer } from '../support/deployed.ts';
import { bodyOf, signatureOf } from '../support/delivery.ts';
import { HtmlPage } from '../support/html-page.ts';
import { Mailbox } from '../support/mailbox.ts';

type Call = (
	name: string,
	path: string,
	post?: { body: string; headers?: Headers; ago?: number },
) => Promise<LambdaAnswer>;

/** Whoever packed already says where; `npm run deploy-test` names more than one Node. */
const nodes = process.env.NODES?.split(',') ?? [process.execPath];

const test = base.extend<{ blobs: Blobs; mailbox: Mailbox; call: (node: string) => Call }>({
	blobs: async ({}, use) => {
		const blobs = await Blobs.open();
		await use(blobs);
		await blobs.close();
	},
	mailbox: async ({}, use) => {
		const mailbox = await Mailbox.open();
		await use(mailbox);
		await mailbox.close();
	},
	call: async ({ blobs, mailbox }, use) => {
		const deployed = await Deployed.pack(process.env.DEPLOYED);
		const environment = localEnvironment(mailbox.url);
		Object.assign(process.env, environment);
		const around = { environment, blobs: blobs.url };
		const asForm = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
		await use((node) => (name, path, post) => {
			const { headers = asForm, ...others } = post ?? {};
			const posted = { method: 'POST', headers: Object.fromEntries(headers), ...others };
			return deployed.call(name, { path, ...(post && posted) }, { node, ...around });
		});
		await deployed.remove();
	},
});

for (const node of nodes) {
	test(`every function does its work as it is packed, with nothing around it, on ${node}`, async ({
		call: on,
		blobs,
		mailbox,
	}) => {
		const call = on(node);
		const posted = (fields: Record<string, string>) => ({
			body: new URLSearchParams(fields).toString(),
		});

		// A minute ago, since who sends within a second and a half is taken for a robot.
		const checked = await call('check-application', paths.check, {
			...posted(anApplication()),
			ago: 60_000,
		});
		expect(checked.status, checked.body).toBe(200);
		const answers = new HtmlPage(checked.body).formTo(paths.submit);

		const sent = await call('submit-application', paths.submit, posted(answers));
		expect(sent.status, sent.body).toBe(303);
		const [location = ''] = sent.headers.location ?? [];
		const receipt = await call('receipt', location);
		expect(receipt.status).toBe(200);
		const reference = new HtmlPage(receipt.body).one('p', { class: 'reference' }).text;

		await call('wake-outbox', '/.netlify/functions/wake-outbox', { body: '{}' });
		const unasked = await call('deliver-outbox', '/api/outbox', { body: '' });
		expect(unasked.status).toBe(204);
		const letters = await mailbox.emailsWith(reference);
		expect(letters.length).toBeGreaterThanOrEqual(2);

		const [id = ''] = await blobs.applications();
		const event = bodyOf({ type: 'email.delivered', about: { id } });
		const recorded = await call('resend-webhook', '/api/resend', {
			body: event,
			headers: signatureOf(event),
		});
		expect([recorded.status, recorded.body.trim()]).toEqual([200, 'recorded']);

		const health = await call('health', '/api/health');
		// Nothing answers at the site's address here, so the scheduled function has done the work, and says so.
		expect(JSON.parse(health.body)).toMatchObject({
			waiting: 0,
			problems: { stopped: 1 },
			deploy: 'deploy',
		});

		const editor = await call('editor', '/admin/');
		expect(editor.status).toBe(200);
		expect(editor.body).toContain('<script');
	});
}

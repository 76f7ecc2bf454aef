import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { ContentFiles } from '#content/source.ts';
import { expect } from './journey.ts';
import { type HandedOver, handedOverId } from '../../src/editor/handed-over.ts';

/** Lets the built editor believe that the build handed other things over to it. */
export async function handOver(
	page: Page,
	change: (given: HandedOver) => Partial<HandedOver>,
): Promise<void> {
	const script = new RegExp(`(<script[^>]*id="${handedOverId}"[^>]*>)(.*?)(?=</script>)`, 's');
	await page.route('**/admin/', async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace(script, (_, tag: string, json: string) => {
			const given = JSON.parse(json) as HandedOver;
			return tag + JSON.stringify({ ...given, ...change(given) }).replaceAll('<', '\\u003c');
		});
		await route.fulfill({ response, body });
	});
}

/** The editor at /admin/, as staff see it. */
export class Editor {
	readonly page: Page;
	/** What the browser complained about. */
	readonly complaints: string[] = [];
	/** Requests that left the site. */
	readonly foreign: string[] = [];

	private constructor(page: Page, own: string) {
		this.page = page;
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') this.complaints.push(message.text());
		});
		page.on('request', (request) => {
			const url = request.url();
			if (!url.startsWith(`${own}/`) && !/^(blob|data):/.test(url)) this.foreign.push(url);
		});
	}

	static async open(page: Page, own: string): Promise<Editor> {
		const editor = new Editor(page, own);
		await page.goto('/admin/');
		return editor;
	}

	/** Opens it for practice, whatever project the settings name, with other files if there are any. */
	static async practise(page: Page, own: string, others: ContentFiles = {}): Promise<Editor> {
		await handOver(page, ({ files }) => ({ repository: null, files: { ...files, ...others } }));
		return Editor.open(page, own);
	}

	/** The same, signed in to practise. */
	static async signedIn(page: Page, own: string, others: ContentFiles = {}): Promise<Editor> {
		const editor = await Editor.practise(page, own, others);
		await editor.signIn();
		return editor;
	}

	async signIn(): Promise<void> {
		await this.page.getByRole('button', { name: 'Øv dig uden at logge ind' }).click();
		await expect(this.page.getByRole('button', { name: 'Vis kontomenu' })).toBeVisible();
	}

	/** Opens it and signs in with a token, where a GitHub stands in. */
	static async atGitHub(page: Page, own: string): Promise<Editor> {
		const editor = await Editor.open(page, own);
		await expect(page.getByRole('button', { name: /Log ind med .*GitHub/ })).toBeVisible();
		await page.getByRole('button', { name: 'Log ind med adgangstoken' }).click();
		await page.getByRole('textbox').fill('a token of nobody');
		await page.getByRole('button', { name: 'Log ind', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Vis kontomenu' })).toBeVisible();
		return editor;
	}

	/** The same, with a change to a page that is saved as a draft. */
	static async withChangeAtGitHub(page: Page, own: string): Promise<Editor> {
		const editor = await Editor.atGitHub(page, own);
		await editor.openPage('kontakt');
		await editor.append('intro', '§');
		await editor.saveButton.click();
		return editor;
	}

	/** Opens the form of a page, and waits until its text can be edited. */
	async openPage(id: string): Promise<void> {
		await this.#goTo(`pages/entries/${id}`);
		await expect(this.field('title')).not.toHaveValue('');
		await expect(this.text).toBeVisible();
	}

	/** Opens the form of a new page, and waits until it stands still: what is typed sooner may go elsewhere. */
	async openNewPage(): Promise<void> {
		await this.page.getByRole('button', { name: 'Lav en ny side' }).click();
		await expect(this.text).toBeVisible();
		await this.allIsQuiet();
	}

	/** Goes to a form by way of the list, so that what was open before is not taken for it. */
	async #goTo(form: string): Promise<void> {
		const go = (to: string) => this.page.evaluate((hash) => (location.hash = hash), to);
		await go('#/collections/pages');
		await expect(this.page.locator('.content-editor')).toHaveCount(0);
		await go(`#/collections/${form}`);
	}

	/** Scrolls from the top of the form to the text. A component in it is drawn once it can be seen. */
	async scrollToText(): Promise<void> {
		await this.text
			.locator('> *')
			.first()
			.evaluate((block) => {
				block.scrollIntoView({ block: 'start' });
			});
		await this.allIsQuiet();
	}

	/** Puts the caret at the end of a line, once the text is read in: each reading in moves the caret. */
	async putCaretAtEndOf(line: Locator): Promise<void> {
		await expect(line).toBeVisible();
		await this.allIsQuiet();
		await expect(async () => {
			await line.click();
			await this.page.keyboard.press('End');
			await this.caretIsSeen();
			await line.evaluate((element) => {
				const { focusNode = null, focusOffset = 0 } = getSelection() ?? {};
				if (!focusNode || !element.contains(focusNode)) throw new Error('the caret is elsewhere');
				const after = new Range();
				after.setStart(focusNode, focusOffset);
				after.setEndAfter(element);
				if (after.toString() !== '') throw new Error(`after the caret stands ${after.toString()}`);
			});
		}).toPass();
	}

	/** The rich text sees where the caret is a moment after the browser does: it may put it back, and Enter goes by it. */
	async caretIsSeen(): Promise<void> {
		await this.page.evaluate(async () => {
			for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
		});
	}

	/**
	 * Types where the caret stands, and waits until the text shows beside the form: what is saved sooner than
	 * a tenth of a second after the last letter may lack it.
	 */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
		await expect(this.preview.locator('body')).toContainText(text);
	}

	/** Waits until nothing has moved for some frames: the rich texts read their content in one after the other, as the list draws its rows. */
	async allIsQuiet(): Promise<void> {
		await this.page.evaluate(async () => {
			const places = () =>
				[...document.querySelectorAll('.content-editor *, [role="row"]')]
					.map((element) =>
						Object.values(element.getBoundingClientRect().toJSON() as object).join(),
					)
					.join(';');
			for (let still = 0, before = ''; still < 20;) {
				await new Promise(requestAnimationFrame);
				const now = places();
				still = now === before ? still + 1 : 0;
				before = now;
			}
		});
	}

	async openSettings(): Promise<void> {
		await this.#goTo('_singletons/entries/site');
		await expect(this.field('name')).not.toHaveValue('');
	}

	/** A field by its name in the file, such as `title`. */
	field(name: string): Locator {
		return this.page.locator(`[data-key-path="${name}"]`).getByRole('textbox').first();
	}

	/** A filled field of a group, such as `projectLead.name`; it is drawn once it can be seen. */
	async fieldOf(group: string, name: string): Promise<Locator> {
		await this.page.locator(`[data-key-path="${group}"]`).scrollIntoViewIfNeeded();
		const field = this.field(`${group}.${name}`);
		await field.scrollIntoViewIfNeeded();
		await expect(field).not.toHaveValue('');
		return field;
	}

	/** Writes after what stands in a field, and waits until it shows beside the form. */
	async append(name: string, text: string): Promise<void> {
		const field = this.field(name);
		await expect(field).not.toHaveValue('');
		const whole = (await field.inputValue()) + text;
		await field.fill(whole);
		await expect(this.preview.locator('body')).toContainText(whole);
	}

	/** The text of the page. */
	get text(): Locator {
		return this.page.locator('[data-key-path="body"] [contenteditable="true"]').first();
	}

	/** The page beside its form, as it will look on the site. */
	get preview(): FrameLocator {
		return this.page.frameLocator('iframe');
	}

	/** Chooses from the list of a field. */
	async choose(name: string, option: string): Promise<void> {
		await this.page.locator(`[data-key-path="${name}"]`).scrollIntoViewIfNeeded();
		await this.page.locator(`[data-key-path="${name}"]`).getByRole('combobox').click();
		await this.page.getByRole('option', { name: option, exact: true }).click();
	}

	get saveButton(): Locator {
		return this.page.getByRole('button', { name: 'Gem', exact: true });
	}

	async save(): Promise<void> {
		await this.saveButton.click();
		await expect(this.text.or(this.saveButton)).toHaveCount(0);
	}

	/** A file as the editor keeps it; empty while it is being written. */
	async file(path: string): Promise<string> {
		return this.page.evaluate(async (wanted) => {
			const names = wanted.split('/');
			const name = names.pop() ?? '';
			let folder = await navigator.storage.getDirectory();
			for (const each of ['sveltia-cms-test', ...names])
				folder = await folder.getDirectoryHandle(each);
			try {
				return await (await (await folder.getFileHandle(name)).getFile()).text();
			} catch {
				// The browser gives no file to read while it is being replaced.
				return '';
			}
		}, path);
	}

	/** The drafts that the browser keeps, with all that stands in them. */
	async drafts(): Promise<string> {
		return this.page.evaluate(async () => {
			const names = (await indexedDB.databases()).map(({ name = '' }) => name);
			const drafts = names.map(
				(name) =>
					new Promise<unknown[]>((resolve) => {
						const opening = indexedDB.open(name);
						opening.onsuccess = () => {
							const database = opening.result;
							const found = database.objectStoreNames.contains('draft-backups');
							const all = found
								? database.transaction('draft-backups').objectStore('draft-backups').getAll()
								: undefined;
							if (all) all.onsuccess = () => resolve(all.result);
							else resolve([]);
							database.close();
						};
					}),
			);
			return JSON.stringify((await Promise.all(drafts)).flat());
		});
	}
}

import { type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import type { ContentFiles } from '#content/source.ts';
import { type EditorData, editorDataId } from '#editor/editor-data.ts';
import { expect } from './journey.ts';

/** Changes the editor's data in the built page. */
export async function giveEditor(
	page: Page,
	change: (data: EditorData) => Partial<EditorData>,
): Promise<void> {
	const script = new RegExp(`(<script[^>]*id="${editorDataId}"[^>]*>)(.*?)(?=</script>)`, 's');
	await page.route('**/admin/', async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace(script, (_, tag: string, json: string) => {
			const data = JSON.parse(json) as EditorData;
			return tag + JSON.stringify({ ...data, ...change(data) }).replaceAll('<', '\\u003c');
		});
		await route.fulfill({ response, body });
	});
}

/** The editor at /admin/, as staff see it. It counts their steps. */
export class Editor {
	readonly page: Page;
	/** Errors in the browser's console. */
	readonly complaints: string[] = [];
	readonly #requests: string[] = [];
	steps = 0;

	private constructor(page: Page) {
		this.page = page;
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			// Sveltia's styles name fonts of a third party; the policy of /admin/ refuses them.
			if (message.type() === 'error' && !message.text().startsWith('Loading the font'))
				this.complaints.push(message.text());
		});
		page.on('requestfinished', (request) => this.#requests.push(request.url()));
	}

	/** Requests that left the site. The policy of /admin/ refuses others before they are sent. */
	get foreign(): string[] {
		const { origin } = new URL(this.page.url());
		return this.#requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(origin));
	}

	/** Opens the editor for practice, with other files if there are any. */
	static async practise(page: Page, others: ContentFiles = {}): Promise<Editor> {
		await giveEditor(page, ({ files }) => ({ repository: null, files: { ...files, ...others } }));
		const editor = new Editor(page);
		await page.goto('/admin/');
		await editor.press('Arbejd med testrepository');
		await expect(editor.button('Vis kontomenu')).toBeVisible();
		editor.steps = 0;
		return editor;
	}

	/** Signs in with a token at the stand-in for GitHub. */
	static async atGitHub(page: Page): Promise<Editor> {
		const editor = new Editor(page);
		await page.goto('/admin/');
		await editor.press('Log ind med adgangstoken');
		await page.getByRole('textbox').fill('a token of nobody');
		await editor.press('Log ind');
		await expect(editor.button('Vis kontomenu')).toBeVisible();
		return editor;
	}

	/** Does a task of staff, and measures its steps and seconds. */
	async task(name: string, most: number, act: () => Promise<void>): Promise<void> {
		const begun = Date.now();
		this.steps = 0;
		await act();
		const seconds = ((Date.now() - begun) / 1000).toFixed(1);
		const description = `${name}: ${this.steps} steps, ${seconds} s`;
		test.info().annotations.push({ type: 'task', description });
		expect(this.steps, name).toBeLessThanOrEqual(most);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true }).first();
	}

	async press(name: string): Promise<void> {
		this.steps++;
		await this.button(name).click();
	}

	/** Opens the form of a page from the list. */
	async openPage(id: string): Promise<void> {
		this.steps++;
		await this.page.getByRole('gridcell', { name: `(${id})` }).click();
		await expect(this.text).toBeVisible();
		await this.allIsQuiet();
	}

	async openNewPage(): Promise<void> {
		await this.press('Opret nyt dokument');
		await expect(this.text).toBeVisible();
		await this.allIsQuiet();
	}

	async openSettings(): Promise<void> {
		this.steps++;
		await this.page.getByRole('treeitem', { name: 'Indstillinger' }).click();
		await expect(this.field('projectLead.name')).not.toHaveValue('');
	}

	/** A field by its name in the file, such as `projectLead.name`. */
	field(name: string): Locator {
		return this.page.locator(`[data-key-path="${name}"]`).getByRole('textbox').first();
	}

	async fill(name: string, text: string): Promise<void> {
		this.steps++;
		// Sveltia draws the fields of a group when it becomes visible.
		await this.page
			.locator(`[data-key-path="${name.replace(/\..*/, '')}"]`)
			.scrollIntoViewIfNeeded();
		await this.page
			.locator(`[data-key-path="${name}"]`)
			.locator('input, textarea')
			.first()
			.fill(text);
	}

	async choose(name: string, option: string): Promise<void> {
		this.steps += 2;
		await this.page.locator(`[data-key-path="${name}"]`).getByRole('combobox').click();
		await this.page.getByRole('option', { name: option, exact: true }).click();
	}

	/** The text of the page. */
	get text(): Locator {
		return this.page.locator('[data-key-path="body"] [contenteditable="true"]').first();
	}

	/** The preview beside the form. */
	get preview(): FrameLocator {
		return this.page.frameLocator('iframe');
	}

	/** Puts the caret at the end of the paragraph that begins with some words. */
	async putCaretAfter(words: string): Promise<void> {
		const line = this.text.locator('p').filter({ hasText: words }).last();
		await expect(async () => {
			await line.click();
			await this.page.keyboard.press('End');
			await this.frames(3);
			const place = await this.page.evaluate(() => getSelection()?.focusNode?.textContent);
			expect(place).toContain(words);
		}).toPass();
		this.steps++;
	}

	/** Types at the caret and waits for the preview: the rich text is stored a moment after the last key. */
	async type(text: string): Promise<void> {
		this.steps++;
		await this.page.keyboard.type(text);
		await expect(this.preview.locator('body')).toContainText(text.trim());
	}

	/** Pastes what another program copied. */
	async paste(html: string, text = ''): Promise<void> {
		await this.page.evaluate(
			([markup = '', plain = '']) => {
				const copy = (event: ClipboardEvent) => {
					event.clipboardData?.setData('text/html', markup);
					event.clipboardData?.setData('text/plain', plain);
					event.preventDefault();
					event.stopImmediatePropagation();
				};
				addEventListener('copy', copy, { capture: true, once: true });
			},
			[html, text],
		);
		await this.page.keyboard.press('Control+c');
		await this.page.keyboard.press('Control+v');
		await this.frames(3);
	}

	async insert(component: string): Promise<void> {
		await this.press('Indsæt');
		this.steps++;
		await this.page.getByRole('menuitem', { name: component, exact: true }).click();
	}

	get saveButton(): Locator {
		return this.button('Gem');
	}

	/**
	 * Saves the open form, and waits for the list. Sveltia first empties the form and draws its buttons anew, and then
	 * goes back to the list in a view transition: an address that is set in between is lost.
	 */
	async save(): Promise<void> {
		await this.press('Gem');
		const dialog = this.page.getByRole('alertdialog').filter({ visible: true });
		let outcome = 'saving';
		await expect(async () => {
			const [refusal] = await dialog.allInnerTexts();
			const isInForm =
				/\/(entries|new)\b/.test(this.page.url()) || (await this.saveButton.count()) > 0;
			outcome = refusal ?? (isInForm ? 'saving' : 'saved');
			expect(outcome).not.toBe('saving');
		}).toPass({ timeout: 30_000 });
		expect(outcome).toBe('saved');
	}

	/** Tries to save, and returns the message of the refusal. */
	async refusal(): Promise<string> {
		await this.press('Gem');
		const dialog = this.page.getByRole('alertdialog');
		await expect(dialog).toBeVisible();
		const said = await dialog.innerText();
		await dialog.getByRole('button', { name: 'OK' }).click();
		// One that is still closing must not be taken for the answer to the next save.
		await expect(dialog.filter({ visible: true })).toHaveCount(0);
		return said;
	}

	/** Waits until nothing moves for some frames: the rich texts load one after the other. */
	async allIsQuiet(): Promise<void> {
		await this.page.evaluate(async () => {
			const places = () =>
				[...document.querySelectorAll('[data-key-path] *, [role="row"]')]
					.map((element) =>
						Object.values(element.getBoundingClientRect().toJSON() as object).join(),
					)
					.join(';');
			for (let still = 0, before = ''; still < 15;) {
				await new Promise(requestAnimationFrame);
				const now = places();
				still = now === before ? still + 1 : 0;
				before = now;
			}
		});
	}

	/** The rich text learns the place of the caret a moment after the browser moves it. */
	async frames(count: number): Promise<void> {
		await this.page.evaluate(async (wanted) => {
			for (let frame = 0; frame < wanted; frame++) await new Promise(requestAnimationFrame);
		}, count);
	}

	/** A saved file in practice; empty during the save. */
	async file(path: string): Promise<string> {
		return this.page.evaluate(async (wanted) => {
			const names = wanted.split('/');
			const name = names.pop() ?? '';
			let folder = await navigator.storage.getDirectory();
			try {
				for (const each of ['sveltia-cms-test', ...names])
					folder = await folder.getDirectoryHandle(each);
				return await (await (await folder.getFileHandle(name)).getFile()).text();
			} catch {
				return '';
			}
		}, path);
	}
}

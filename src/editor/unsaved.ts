import CMS from '@sveltia/cms';
import { ask } from './question.ts';

/** Rich text reaches the draft 100 ms after a key, and the draft this browser's storage 500 ms after that. */
const takenOver = 250;
const kept = 750;

/** When somebody last wrote in the form. */
let written = -Infinity;

/** Asks before what was typed is left, and saves the last letters too. Call it before the editor starts. */
export function guardUnsaved(): void {
	for (const event of ['beforeinput', 'input', 'drop', 'paste', 'click'] as const) {
		window.addEventListener(event, noteTouch, { capture: true });
	}
	CMS.registerEventListener({ name: 'postSave', handler: forgetTouch });
	window.addEventListener('beforeunload', (event) => {
		if (isUnsaved()) event.preventDefault();
	});
	// The editor moves between its pages, and the browser's buttons do, with this event.
	window.addEventListener('hashchange', (event) => void askBeforeLeaving(event), { capture: true });
	window.addEventListener('click', waitForLastLetters, { capture: true });
	window.addEventListener('keydown', waitForLastLetters, { capture: true });
}

/** Whether the open form was touched: what nobody touched is not asked about. */
const touch = document.documentElement.dataset;

function noteTouch({ type, target }: Event): void {
	if (!(target instanceof Element && target.closest('.content-editor .body'))) return;
	touch.touched = '';
	if (type !== 'click') written = performance.now();
}

function forgetTouch(): void {
	delete touch.touched;
	written = -Infinity;
}

const sinceWritten = () => performance.now() - written;

function saveButton(): HTMLButtonElement | undefined {
	return (
		document.querySelector<HTMLButtonElement>('.content-editor [aria-keyshortcuts$="+S"]') ??
		undefined
	);
}

/** The editor lights "Gem" when the form differs from the file. */
function isUnsaved(): boolean {
	if (touch.touched === undefined || !document.querySelector('.content-editor')) return false;
	return sinceWritten() < takenOver || saveButton()?.disabled === false;
}

async function askBeforeLeaving(event: HashChangeEvent): Promise<void> {
	if (!isUnsaved()) {
		forgetTouch();
		return;
	}
	event.stopImmediatePropagation();
	const { oldURL, newURL } = event;
	history.pushState(history.state, '', oldURL);
	const leaves = await ask({
		title: 'Du har ikke gemt',
		text: 'Går du nu, bliver det, du har skrevet, liggende som en kladde i denne browser. Du kan hente den frem, næste gang du åbner siden.',
		yes: 'Gå uden at gemme',
		no: 'Bliv på siden',
	});
	if (!leaves) return;
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, kept - sinceWritten())));
	forgetTouch();
	history.replaceState(history.state, '', newURL);
	window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL }));
}

/** Holds "Gem" back until the last letters have reached the draft. */
function waitForLastLetters(event: MouseEvent | KeyboardEvent): void {
	const button = saveButton();
	const isMeant =
		event instanceof KeyboardEvent
			? event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)
			: event.target instanceof Node && button?.contains(event.target);
	const wait = takenOver - sinceWritten();
	if (!button || !isMeant || !event.isTrusted || wait <= 0) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	setTimeout(() => button.click(), wait);
}

/** What the preview can be shown as: a page looks one way on a telephone and another on a computer. */
const devices = { phone: 'Telefon', computer: 'Computer' } as const;

/** The width of a window on a computer; on a pane that is narrower, the page is shown smaller. */
const computer = 1280;

const { dataset, style } = document.documentElement;

/** Puts the choice of a width above the preview, which stays while the editor is open. */
export function offerWidths(): void {
	dataset.previewOn = 'phone';
	const fit = new ResizeObserver(([entry]) => {
		const width = entry?.contentRect.width ?? computer;
		if (width > 0) style.setProperty('--site-scale', String(Math.min(1, width / computer)));
	});
	new MutationObserver(() => {
		const pane = document.querySelector('.content:has(> iframe.preview)');
		const toolbar = pane?.closest('.pane')?.querySelector('[role="toolbar"] > .inner');
		if (!pane || !toolbar || toolbar.querySelector('.site-widths')) return;
		toolbar.append(choice());
		fit.disconnect();
		fit.observe(pane);
	}).observe(document.body, { childList: true, subtree: true });
}

function choice(): HTMLElement {
	const group = document.createElement('div');
	group.className = 'site-widths';
	group.role = 'group';
	group.ariaLabel = 'Vis siden som på en';
	const buttons = Object.entries(devices).map(([device, name]) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = name;
		button.value = device;
		return button;
	});
	const press = () => {
		for (const button of buttons) button.ariaPressed = String(button.value === dataset.previewOn);
	};
	group.addEventListener('click', ({ target }) => {
		if (!(target instanceof HTMLButtonElement)) return;
		dataset.previewOn = target.value;
		press();
	});
	press();
	group.append(...buttons);
	return group;
}

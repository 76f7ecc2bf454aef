interface Question {
	title: string;
	text: string;
	yes: string;
	no: string;
}

/** Asks in a dialog of the browser; Escape says no. */
export function ask({ title, text, yes, no }: Question): Promise<boolean> {
	const dialog = document.createElement('dialog');
	dialog.className = 'site-question';
	const heading = document.createElement('h2');
	heading.id = 'site-question';
	heading.textContent = title;
	dialog.setAttribute('aria-labelledby', heading.id);
	const paragraph = document.createElement('p');
	paragraph.textContent = text;
	const form = document.createElement('form');
	form.method = 'dialog';
	form.append(button(no, 'no'), button(yes, 'yes'));
	dialog.append(heading, paragraph, form);
	document.body.append(dialog);
	dialog.showModal();
	return new Promise((resolve) => {
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue === 'yes');
		});
	});
}

function button(text: string, value: string): HTMLButtonElement {
	const element = document.createElement('button');
	element.value = value;
	element.textContent = text;
	return element;
}

import type { ComponentChildren } from 'preact';
import type { QuestionName } from '#application/asking/questions.ts';
import { paths } from '#site/paths.ts';

/** Leads back to one answer in the form, with all the others in place. */
export function Change({ name, children }: { name: QuestionName; children: ComponentChildren }) {
	return (
		<button
			class="tap"
			type="submit"
			name="edit"
			value={name}
			formaction={`${paths.check}#${name}`}
		>
			{children}
		</button>
	);
}

import { callsKeptWhole } from '#application/typesetting.ts';
import type { Mistake } from '#application/asking/rules.ts';

/** Every mistake with a link to its question; takes focus as well. */
export function ErrorSummary({ mistakes }: { mistakes: readonly Mistake[] }) {
	return (
		<div class="error-summary" role="alert" tabindex={-1} autofocus>
			<h2>Der er problemer</h2>
			<ul class="bare">
				{mistakes.map(({ name, message }) => (
					<li key={name}>
						<a class="tap" href={`#${name}`}>
							{callsKeptWhole(message)}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}

import type { Mistake } from '#application/asking/rules.ts';

/** A message about the whole page. It takes focus, so that it is read first, without any script. */
export function Notice({ text }: { text: string }) {
	return (
		<div class="notice" role="alert" tabindex={-1} autofocus>
			<p>{text}</p>
		</div>
	);
}

/** Every mistake with a link to its question; takes focus as well. */
export function ErrorSummary({ mistakes }: { mistakes: readonly Mistake[] }) {
	return (
		<div class="error-summary" role="alert" tabindex={-1} autofocus>
			<h2>Der er problemer</h2>
			<ul class="bare">
				{mistakes.map(({ name, message }) => (
					<li key={name}>
						<a class="tap" href={`#${name}`}>
							{message}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}

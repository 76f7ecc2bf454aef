/** A message about the whole page. It takes focus, so that it is read first, without any script. */
export function Notice({ text }: { text: string }) {
	return (
		<div class="notice" role="alert" tabindex={-1} autofocus>
			<p>{text}</p>
		</div>
	);
}

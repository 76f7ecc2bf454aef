/**
 * The field that people do not see: what stands in it marks the application, and never drops it. Robots like to
 * comment; nothing that fills in forms for people has a comment to give.
 */
export const honeypot = 'kommentar';

/**
 * Robots fill in every field; people do not see this one, and are told to leave it if they do. 1Password,
 * Bitwarden and Dashlane each have an attribute of their own for what they shall not touch.
 */
export function Honeypot({ value }: { value: string | undefined }) {
	return (
		<div class="visually-hidden" aria-hidden="true">
			<label for={honeypot}>Lad dette felt være tomt</label>
			<input
				id={honeypot}
				name={honeypot}
				type="text"
				tabindex={-1}
				autocomplete="off"
				data-1p-ignore
				data-bwignore
				data-form-type="other"
				value={value}
			/>
		</div>
	);
}

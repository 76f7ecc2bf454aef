/** The field that people do not see: what stands in it marks the application, and never drops it. */
export const honeypot = 'website';

/** Robots fill in every field; people do not see this one, and are told to leave it if they do. */
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
				value={value}
			/>
		</div>
	);
}

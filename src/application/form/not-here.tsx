import type { ComponentChildren } from 'preact';
import { emergency, service } from '#application/emergency-numbers.ts';

/** What the form is not for. Stands above the first question and above the free text. */
export function NotHere({ children }: { children?: ComponentChildren }) {
	return (
		<div class="notice flow">
			<p>
				<strong>Skriv ikke om hændelser her.</strong> Er det akut, så{' '}
				<a href={`tel:${emergency.number}`}>ring {emergency.number}</a>. Vil du anmelde noget, der
				ikke haster, så <a href={`tel:${service.number}`}>ring {service.number}</a>.
			</p>
			{children}
		</div>
	);
}

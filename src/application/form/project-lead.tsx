import { readable } from '#application/asking/phone-number.ts';
import type { Programme } from '#application/programme.ts';
import { untranslated } from './untranslated.ts';

/** Whom to ask: the project lead with phone and e-mail. */
export function ProjectLead({ name, title, email, phone }: Programme['projectLead']) {
	return (
		<address class="contact-card">
			<p>
				<strong class="font-display text-xl" {...untranslated}>
					{name}
				</strong>
				<br />
				{title}
			</p>
			<ul class="bare">
				<li>
					<a class="tap" href={`tel:${phone}`}>
						Ring på <span class="whitespace-nowrap">{readable(phone)}</span>
					</a>
				</li>
				<li>
					<a class="tap" href={`mailto:${email}`}>
						Skriv til <span {...untranslated}>{email}</span>
					</a>
				</li>
			</ul>
		</address>
	);
}

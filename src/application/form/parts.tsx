import { questionNames } from '#application/asking/questions.ts';
import { readable } from '#application/asking/phone-number.ts';
import type { Programme } from '#application/programme.ts';

/** A message about the whole page. It takes focus, so that it is read first, without any script. */
export function Notice({ text }: { text: string }) {
	return (
		<div class="notice" role="alert" tabindex={-1} autofocus>
			<p>{text}</p>
		</div>
	);
}

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

/** What was posted, which goes along as it was written. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
	return (
		<>
			{[...questionNames, honeypot].map((name) => (
				<input type="hidden" name={name} value={fields[name] ?? ''} key={name} />
			))}
		</>
	);
}

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

/**
 * For what is called the same in every language: names, addresses, references. The types of Preact take the
 * attribute for a switch, and it would be left out.
 */
export const untranslated: object = { translate: 'no' };

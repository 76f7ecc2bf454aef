import { readable } from '#application/asking/phone-number.ts';
import { questionNames } from '#application/asking/questions.ts';
import type { Programme } from '#application/programme.ts';

/**
 * For names, addresses and references, which are the same in every language. The types of Preact make the attribute a
 * switch, and it would be left out.
 */
export const untranslated: object = { translate: 'no' };

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

/**
 * The name of a field that people do not see. A value in it marks the application, which is never dropped. Robots like
 * to comment; nothing that fills in forms for people has a comment to give.
 */
export const honeypot = 'kommentar';

/**
 * The field itself, with a label for whoever meets it all the same. 1Password, Bitwarden and Dashlane each have an
 * attribute of their own for fields that they must leave alone.
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

/** What was posted, to be posted again as it was written. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
	return (
		<>
			{[...questionNames, honeypot].map((name) => (
				<input type="hidden" name={name} value={fields[name] ?? ''} key={name} />
			))}
		</>
	);
}

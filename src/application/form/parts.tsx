import { readable } from '#application/asking/phone-number.ts';
import { questionNames } from '#application/asking/questions.ts';
import type { Programme } from '#application/programme.ts';

/**
 * Excludes names, addresses and references from translation. Preact's types allow only a boolean here, and Preact
 * would leave that out.
 */
export const untranslated: object = { translate: 'no' };

/** A message about the whole page. It takes focus, so that a screen reader reads it first. */
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
 * The name of a field that people do not see. An application with a value in it gets a mark, and is stored all the same.
 * Robots fill in a comment; browsers and password managers do not.
 */
export const honeypot = 'kommentar';

/**
 * The label is for people who reach the field all the same. 1Password, Bitwarden and Dashlane each have their own
 * attribute for a field that they must not fill in.
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

/** Posts the fields of a request again, unchanged. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
	return (
		<>
			{[...questionNames, honeypot].map((name) => (
				<input type="hidden" name={name} value={fields[name] ?? ''} key={name} />
			))}
		</>
	);
}

import type { ComponentChildren } from 'preact';
import { confirmed, noMunicipality, type Question } from '#application/asking/questions.ts';
import { inDanish, nonBreaking } from '#application/typesetting.ts';
import { untranslated } from './parts.tsx';

/**
 * The form's id. Each fieldset refers to it with `form`, although it is inside the form: otherwise QualWeb, which the
 * Danish authority checks websites with, finds the form of a fieldset only if the fieldset is a direct child.
 */
export const formId = 'ansoegning';

interface Props {
	question: Question;
	/** The posted answer. */
	value: string;
	/** What is wrong with it. */
	error: string | undefined;
	/** Shown above the box of a confirmation. */
	children?: ComponentChildren;
}

/** A question with its answer: label, hint, mistake and control, in that order. */
export function Field({ question, value, error, children }: Props) {
	const { name, optional } = question;
	const hint = hintOf(question);
	const label = optional ? `${question.label} (frivilligt)` : question.label;
	const described = {
		'aria-describedby':
			[hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
	};
	const between = (
		<>
			{hint && (
				<p id={`${name}-hint`} class="hint">
					{nonBreaking(hint)}
				</p>
			)}
			{question.kind === 'confirmation' && <div class="hint flow">{children}</div>}
			{error && (
				<p id={`${name}-error`} class="field-error">
					<span class="visually-hidden">Fejl:</span> {nonBreaking(error)}
				</p>
			)}
		</>
	);
	const isGroup = question.kind === 'choice' || question.kind === 'confirmation';
	const control = controlOf(question, value, {
		...(!isGroup && described),
		'aria-invalid': error !== undefined || undefined,
	});
	return (
		<div class={error === undefined ? 'question' : 'question wrong'}>
			{isGroup ? (
				<fieldset form={formId} {...described}>
					<legend class="label">{label}</legend>
					{between}
					{control}
				</fieldset>
			) : (
				<>
					<label class="label" for={name}>
						{label}
					</label>
					{between}
					{control}
				</>
			)}
		</div>
	);
}

function hintOf(question: Question): string | undefined {
	const { hint } = question;
	if (question.kind !== 'long-text') return hint;
	const { limit } = question;
	const length = `Skriv højst ${inDanish(limit)} tegn. Det er cirka ${Math.round(limit / 60) * 10} ord.`;
	return hint === undefined ? length : `${hint} ${length}`;
}

interface Aria {
	'aria-describedby'?: string | undefined;
	'aria-invalid': true | undefined;
}

function controlOf(question: Question, value: string, aria: Aria) {
	const { name } = question;
	switch (question.kind) {
		case 'text':
			return (
				<input
					id={name}
					class={question.autocomplete === 'tel' ? 'control max-w-56' : 'control max-w-112'}
					name={name}
					{...inputAttributes[question.autocomplete ?? 'words']}
					autocomplete={question.autocomplete}
					dir="auto"
					{...(question.autocomplete && { spellcheck: false, autocorrect: 'off' })}
					value={value || undefined}
					{...aria}
				/>
			);
		case 'long-text':
			return (
				<textarea id={name} class="control" name={name} dir="auto" rows={5} {...aria}>
					{/* A browser drops the line break right after the tag, and not one of the answer. */}
					{`\n${value}`}
				</textarea>
			);
		case 'choice':
			return (
				<div class="choices">
					{question.options.map((option, index) => {
						// The first id is the question's name, which the error summary links to.
						const id = index === 0 ? name : `${name}-${index + 1}`;
						return (
							<div class="choice" key={option}>
								<input id={id} type="radio" name={name} value={option} checked={option === value} />
								<label for={id} {...(!noMunicipality.includes(option) && untranslated)}>
									{option}
								</label>
							</div>
						);
					})}
				</div>
			);
		case 'confirmation':
			return (
				<div class="choice">
					<input
						id={name}
						type="checkbox"
						name={name}
						value={confirmed}
						checked={value === confirmed}
						aria-invalid={aria['aria-invalid']}
					/>
					<label for={name}>{question.statement}</label>
				</div>
			);
		default:
			return question satisfies never;
	}
}

/**
 * The attributes of a text field. An e-mail is not of type `email`: there, Chromium converts a domain with Danish
 * letters to ASCII, and people do not recognise their address.
 */
const inputAttributes = {
	name: { type: 'text' },
	email: { type: 'text', inputmode: 'email', autocapitalize: 'none' },
	tel: { type: 'tel' },
	words: { type: 'text' },
} as const;

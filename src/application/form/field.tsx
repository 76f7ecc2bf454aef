import type { ComponentChildren } from 'preact';
import { callsKeptWhole, inDanish } from '#application/typesetting.ts';
import {
	type ChoiceQuestion,
	confirmed,
	type ConfirmationQuestion,
	type LongTextQuestion,
	noMunicipality,
	type Question,
	type TextQuestion,
} from '#application/asking/questions.ts';
import { untranslated } from './parts.tsx';

/**
 * The form's id. Its groups name it, though they stand inside it: QualWeb, which the Danish authority
 * checks websites with, knows no other way for a group that is not a direct child.
 */
export const formId = 'ansoegning';

interface Answered {
	/** What was written. */
	value: string;
	/** What is wrong with it. */
	error: string | undefined;
}

type Field<Kind extends Question> = Answered & { question: Kind };

interface Props extends Field<Question> {
	/** What is read before a confirmation. */
	children?: ComponentChildren;
}

/** A question of the application with its answer: label, hint, mistake and control, in that order. */
export function Field({ question, children, ...answered }: Props) {
	return (
		<div class={answered.error === undefined ? 'question' : 'question wrong'}>
			{controlOf(question, answered, children)}
		</div>
	);
}

function controlOf(question: Question, answered: Answered, children: ComponentChildren) {
	switch (question.kind) {
		case 'text':
			return <TextField question={question} {...answered} />;
		case 'long-text':
			return <TextArea question={question} {...answered} />;
		case 'choice':
			return <RadioGroup question={question} {...answered} />;
		case 'confirmation':
			return (
				<Checkbox question={question} {...answered}>
					{children}
				</Checkbox>
			);
		default:
			return question satisfies never;
	}
}

const widths = { short: 'max-w-56', medium: 'max-w-112', long: 'max-w-full' } as const;

function TextField({ question, value, error }: Field<TextQuestion>) {
	const { name, hint, type, autocomplete, width } = question;
	return (
		<>
			<Label question={question} />
			{hint !== undefined && <Hint name={name}>{hint}</Hint>}
			<FieldError name={name} error={error} />
			<input
				id={name}
				class={`control ${widths[width]}`}
				name={name}
				{...(type === 'email' ? emailField : { type })}
				autocomplete={autocomplete}
				dir="auto"
				{...(isWords(question) ? {} : { spellcheck: false, autocorrect: 'off' })}
				value={value || undefined}
				{...describedBy(name, hint, error)}
				aria-invalid={error !== undefined || undefined}
			/>
		</>
	);
}

/** In a field of type `email` Chromium writes a domain with Danish letters in ASCII, where nobody knows it again. */
const emailField = { type: 'text', inputmode: 'email', autocapitalize: 'none' } as const;

/** Whether the answer is made of words, and not a name, an address or a number. */
function isWords({ type, autocomplete }: TextQuestion): boolean {
	return type === 'text' && autocomplete === undefined;
}

function TextArea({ question, value, error }: Field<LongTextQuestion>) {
	const { name, hint, limit, rows } = question;
	const length = `Skriv højst ${inDanish(limit)} tegn. Det er cirka ${Math.round(limit / 60) * 10} ord.`;
	return (
		<>
			<Label question={question} />
			<Hint name={name}>{hint === undefined ? length : `${hint} ${length}`}</Hint>
			<FieldError name={name} error={error} />
			<textarea
				id={name}
				class="control"
				name={name}
				dir="auto"
				rows={rows}
				{...describedBy(name, length, error)}
				aria-invalid={error !== undefined || undefined}
			>
				{/* A browser leaves out a line break right after the tag: with one more, what was written stays. */}
				{value.startsWith('\n') ? `\n${value}` : value}
			</textarea>
		</>
	);
}

function RadioGroup({ question, value, error }: Field<ChoiceQuestion>) {
	const { name, label, hint, options, optional } = question;
	/** The first has the question's own name as id, so that the error summary's link finds it. */
	const idOf = (index: number) => (index === 0 ? name : `${name}-${index + 1}`);
	return (
		<fieldset form={formId} {...describedBy(name, hint, error)}>
			<legend class="label">
				{label}
				{optional && ' (frivilligt)'}
			</legend>
			{hint !== undefined && <Hint name={name}>{hint}</Hint>}
			<FieldError name={name} error={error} />
			<div class="choices">
				{options.map((option, index) => (
					<div class="choice" key={option}>
						<input
							id={idOf(index)}
							type="radio"
							name={name}
							value={option}
							checked={option === value}
						/>
						<label for={idOf(index)} {...(isPlace(option) && untranslated)}>
							{option}
						</label>
					</div>
				))}
			</div>
		</fieldset>
	);
}

/** The name of a municipality, which a translation would change. */
function isPlace(option: string): boolean {
	return !(noMunicipality as readonly string[]).includes(option);
}

function Checkbox({
	question,
	value,
	error,
	children,
}: Field<ConfirmationQuestion> & { children: ComponentChildren }) {
	const { name, label, statement } = question;
	// What stands above is read on the way; as a description it would be read twice.
	return (
		<fieldset form={formId} {...describedBy(name, undefined, error)}>
			<legend class="label">{label}</legend>
			<div class="hint flow">{children}</div>
			<FieldError name={name} error={error} />
			<div class="choice">
				<input
					id={name}
					type="checkbox"
					name={name}
					value={confirmed}
					checked={value === confirmed}
					aria-invalid={error !== undefined || undefined}
				/>
				<label for={name}>{statement}</label>
			</div>
		</fieldset>
	);
}

function Label({ question: { name, label, optional } }: { question: Question }) {
	return (
		<label class="label" for={name}>
			{label}
			{optional && ' (frivilligt)'}
		</label>
	);
}

function Hint({ name, children }: { name: string; children: string }) {
	return (
		<p id={`${name}-hint`} class="hint">
			{callsKeptWhole(children)}
		</p>
	);
}

function FieldError({ name, error }: { name: string; error: string | undefined }) {
	if (error === undefined) return null;
	return (
		<p id={`${name}-error`} class="field-error">
			<span class="visually-hidden">Fejl:</span> {callsKeptWhole(error)}
		</p>
	);
}

/** The hint first and the mistake second, as they are read. */
function describedBy(name: string, hint: string | undefined, error: string | undefined) {
	const ids = [
		hint === undefined ? [] : `${name}-hint`,
		error === undefined ? [] : `${name}-error`,
	];
	return ids.flat().length > 0 ? { 'aria-describedby': ids.flat().join(' ') } : {};
}

import type { ComponentChildren } from 'preact';
import { type QuestionName, questionNames, type Questions } from '#application/asking/questions.ts';
import type { Mistake } from '#application/asking/rules.ts';
import { callsKeptWhole } from '#application/typesetting.ts';
import { emergency, type Programme, service, whatFollows } from '#application/programme.ts';
import { paths } from '#site/paths.ts';
import { Field, formId } from './field.tsx';
import { Letterbox, PageHead } from './page-head.tsx';
import { Honeypot, honeypot, Notice } from './parts.tsx';

/** What staff write above the form. */
export interface FormText {
	title: string;
	intro: string;
	/** HTML that Astro has made of their page. */
	html: string;
}

interface Props {
	text: FormText;
	programme: Programme;
	questions: Questions;
	/** What was posted, where the form comes back. */
	fields?: Readonly<Record<string, string>>;
	mistakes?: readonly Mistake[];
	notice?: string | undefined;
}

/** The parts of the form, in order. */
const parts = { 'om-dig': 'Om dig', netvaerk: 'Dit netværk', oenske: 'Dit ønske' } as const;

const partOf: Record<QuestionName, keyof typeof parts> = {
	name: 'om-dig',
	email: 'om-dig',
	phone: 'om-dig',
	municipality: 'netvaerk',
	area: 'netvaerk',
	network: 'netvaerk',
	motivation: 'oenske',
	callTime: 'oenske',
	confirmation: 'oenske',
};

/** The form, as it is first met and as it comes back. */
export function FormPage({
	text,
	programme,
	questions,
	fields = {},
	mistakes = [],
	notice,
}: Props) {
	const errors = new Map(mistakes.map(({ name, message }) => [name, message]));
	return (
		<>
			<PageHead title={text.title} intro={text.intro} scene={Letterbox}>
				{notice !== undefined && <Notice text={notice} />}
				{mistakes.length > 0 && <ErrorSummary mistakes={mistakes} />}
			</PageHead>
			<div class="frame column flow-large">
				<div class="flow-large" dangerouslySetInnerHTML={{ __html: text.html }} />
				<form
					id={formId}
					class="flow-large"
					method="post"
					action={paths.check}
					novalidate
					accept-charset="utf-8"
					aria-label="Ansøgning"
				>
					{Object.entries(parts).map(([id, heading]) => (
						<section class="form-part flow-large" aria-labelledby={id} key={id}>
							<h2 id={id}>{heading}</h2>
							{questionNames
								.filter((name) => partOf[name] === id)
								.map((name) => (
									<>
										{name === 'network' && <NotAboutOthers />}
										<Field
											question={questions[name]}
											value={fields[name] ?? ''}
											error={errors.get(name)}
										>
											<ThreeRules />
										</Field>
									</>
								))}
						</section>
					))}
					<Honeypot value={fields[honeypot]} />
					<div class="flow">
						<p>Du sender ikke ansøgningen endnu. Først kan du se dine svar igen og rette dem.</p>
						<button class="button" type="submit">
							Tjek dine svar
						</button>
						<p class="hint">
							{callsKeptWhole('Projektlederen får dine svar på e-mail.')} {whatFollows(programme)}
						</p>
					</div>
				</form>
			</div>
		</>
	);
}

/** Stands above the first free text. */
function NotAboutOthers() {
	return (
		<NotHere>
			<p>
				Skriv aldrig CPR-nummer eller navne på andre. Skriv heller ikke om helbred, politik,
				religion eller strafbare forhold.
			</p>
		</NotHere>
	);
}

/** What an applicant confirms to know. */
function ThreeRules() {
	return (
		<>
			<p>Sådan kontakter en tryghedsambassadør politiet:</p>
			<ul>
				<li>Er det akut, ringer man {emergency.number}.</li>
				<li>Vil man anmelde noget, der ikke haster, ringer man {service.number}.</li>
				<li>En tryghedsambassadør har ingen særlige beføjelser eller pligter.</li>
			</ul>
			<p>
				<a href={paths.privacy} target="_blank" rel="noopener">
					Læs privatlivspolitikken (nyt faneblad)
				</a>
			</p>
		</>
	);
}

/** Every mistake with a link to its question; takes focus as well. */
function ErrorSummary({ mistakes }: { mistakes: readonly Mistake[] }) {
	return (
		<div class="error-summary" role="alert" tabindex={-1} autofocus>
			<h2>Der er problemer</h2>
			<ul class="bare">
				{mistakes.map(({ name, message }) => (
					<li key={name}>
						<a class="tap" href={`#${name}`}>
							{callsKeptWhole(message)}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}

/** What the form is not for. Stands above the first question and above the free text. */
function NotHere({ children }: { children?: ComponentChildren }) {
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

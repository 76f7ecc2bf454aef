import type { QuestionName, Questions } from '#application/asking/questions.ts';
import type { Mistake } from '#application/asking/rules.ts';
import { emergency, nextStep, type Programme, service } from '#application/programme.ts';
import { nonBreaking } from '#application/typesetting.ts';
import { paths } from '#site/paths.ts';
import { Field, formId } from './field.tsx';
import { PageHead } from './page-head.tsx';
import { Honeypot, honeypot, Notice } from './parts.tsx';

/** What staff write above the form. */
export interface FormText {
	title: string;
	intro: string;
	/** HTML that Astro made from their page. */
	html: string;
}

interface Props {
	text: FormText;
	programme: Programme;
	questions: Questions;
	/** The posted fields, where the form is shown again. */
	fields?: Readonly<Record<string, string>>;
	mistakes?: readonly Mistake[];
	notice?: string | undefined;
}

/** The parts of the form, with their questions. */
const parts: readonly { id: string; heading: string; names: readonly QuestionName[] }[] = [
	{ id: 'om-dig', heading: 'Om dig', names: ['name', 'email', 'phone'] },
	{ id: 'netvaerk', heading: 'Dit netværk', names: ['municipality', 'area', 'network'] },
	{ id: 'oenske', heading: 'Dit ønske', names: ['motivation', 'callTime', 'confirmation'] },
];

/** The form: empty, or with the posted answers and their mistakes. */
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
			<PageHead title={text.title} intro={text.intro} scene="letterbox">
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
					{parts.map(({ id, heading, names }) => (
						<section class="form-part flow-large" aria-labelledby={id} key={id}>
							<h2 id={id}>{heading}</h2>
							{names.map((name) => (
								<>
									{name === 'network' && <IncidentWarning />}
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
							{nonBreaking('Projektlederen får dine svar på e-mail.')} {nextStep(programme)}
						</p>
					</div>
				</form>
			</div>
		</>
	);
}

/** Lists every mistake with a link to its question. It takes focus. */
function ErrorSummary({ mistakes }: { mistakes: readonly Mistake[] }) {
	return (
		<div class="error-summary" role="alert" tabindex={-1} autofocus>
			<h2>Der er problemer</h2>
			<ul class="bare">
				{mistakes.map(({ name, message }) => (
					<li key={name}>
						<a class="tap" href={`#${name}`}>
							{nonBreaking(message)}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}

/** Says what the form is not for, above the first long text. */
function IncidentWarning() {
	return (
		<div class="notice flow">
			<p>
				<strong>Skriv ikke om hændelser her.</strong> Er det akut, så{' '}
				<a href={`tel:${emergency.number}`}>ring {emergency.number}</a>. Vil du anmelde noget, der
				ikke haster, så <a href={`tel:${service.number}`}>ring {service.number}</a>.
			</p>
			<p>
				Skriv aldrig CPR-nummer eller navne på andre. Skriv heller ikke om helbred, politik,
				religion eller strafbare forhold.
			</p>
		</div>
	);
}

/** What an applicant confirms to have read. */
function ThreeRules() {
	return (
		<>
			<p>Sådan kontakter en tryghedsambassadør politiet:</p>
			<ul>
				<li>Er det akut, ringer man {emergency.number}.</li>
				<li>Vil man anmelde noget, der ikke haster, ringer man {service.number}.</li>
				<li>Man har ingen særlige beføjelser eller pligter, når man anmelder noget.</li>
			</ul>
			<p>
				<a href={paths.privacy} target="_blank" rel="noopener">
					Læs privatlivspolitikken (nyt faneblad)
				</a>
			</p>
		</>
	);
}

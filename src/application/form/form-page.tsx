import { inOrder, type Questions } from '#application/asking/questions.ts';
import type { Mistake } from '#application/asking/rules.ts';
import type { Programme } from '#application/programme.ts';
import { paths } from '#site/paths.ts';
import { Field, formId } from './field.tsx';
import { Honeypot, honeypot } from './honeypot.tsx';
import { ErrorSummary, Notice } from './message.tsx';
import { NotHere } from './not-here.tsx';
import { PageHead } from './page-head.tsx';

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

/** The form, as it is first met and as it comes back. */
export function FormPage({
	text,
	programme,
	questions,
	fields = {},
	mistakes = [],
	notice,
}: Props) {
	const asked = inOrder(questions);
	const firstLongText = asked.find(({ kind }) => kind === 'long-text');
	const errors = new Map(mistakes.map(({ name, message }) => [name, message]));
	return (
		<>
			<PageHead title={text.title} intro={text.intro}>
				{notice !== undefined && <Notice text={notice} />}
				{mistakes.length > 0 && <ErrorSummary mistakes={mistakes} />}
			</PageHead>
			<div class="frame column flow-large">
				<div class="flow-large" dangerouslySetInnerHTML={{ __html: text.html }} />
				<NotHere {...programme} />
				<form
					id={formId}
					class="flow-large"
					method="post"
					action={paths.check}
					novalidate
					accept-charset="utf-8"
					aria-label="Ansøgning"
				>
					{asked.map((question) => (
						<>
							{question === firstLongText && (
								<NotHere {...programme}>
									<p>
										Skriv aldrig CPR-nummer eller navne på andre. Skriv heller ikke om helbred,
										politik, religion eller strafbare forhold.
									</p>
								</NotHere>
							)}
							<Field
								question={question}
								value={fields[question.name] ?? ''}
								error={errors.get(question.name)}
							>
								<ReadFirst />
							</Field>
						</>
					))}
					<Honeypot value={fields[honeypot]} />
					<div class="flow">
						<p>Du sender ikke ansøgningen endnu. Først kan du se dine svar igen og rette dem.</p>
						<button class="button" type="submit">
							Tjek dine svar
						</button>
						<p class="hint">
							Projektlederen får dine svar på e-mail og kan kontakte dig.{' '}
							<a href={paths.privacy}>Læs, hvordan vi bruger dine personoplysninger</a>.
						</p>
					</div>
				</form>
			</div>
		</>
	);
}

/** What an applicant confirms to have read. */
function ReadFirst() {
	return (
		<>
			<p>Læs først begge sider. De åbner i et nyt vindue, så du ikke mister dine svar.</p>
			<ul>
				<li>
					<a href={paths.police} target="_blank" rel="noopener">
						Hvordan tryghedsambassadører kontakter politiet (nyt vindue)
					</a>
				</li>
				<li>
					<a href={paths.privacy} target="_blank" rel="noopener">
						Sådan bruger vi dine personoplysninger (nyt vindue)
					</a>
				</li>
			</ul>
		</>
	);
}

import type { ComponentChildren } from 'preact';
import {
	answerText,
	inOrder,
	type Question,
	type QuestionName,
	type Questions,
} from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Slip } from '#application/asking/slips.ts';
import { paths } from '#site/paths.ts';
import { Letterbox, PageHead } from './page-head.tsx';
import { HiddenFields, Notice, untranslated } from './parts.tsx';

interface Props {
	questions: Questions;
	/** What was posted, which goes along as it was written. */
	fields: Readonly<Record<string, string>>;
	/** What it is read as. */
	application: Application;
	/** Lets exactly these answers be sent. */
	token: string;
	notice?: string | undefined;
	/** What is likely wrong, which is asked about before the answers are read. */
	slips?: readonly Slip[];
}

export const checkTitle = 'Tjek dine svar';
/** A notice says by itself how it stands. */
const notSentYet = 'Din ansøgning er ikke sendt endnu.';

/** "Tjek dine svar": every answer as it will be read, each with a way to change it. */
export function CheckPage({ questions, fields, application, token, notice, slips = [] }: Props) {
	return (
		<>
			<PageHead
				title={checkTitle}
				intro={notice === undefined ? notSentYet : undefined}
				scene={Letterbox}
			>
				{notice !== undefined && <Notice text={notice} />}
			</PageHead>
			<div class="frame column flow-large">
				<form
					class="flow-large"
					method="post"
					action={paths.submit}
					novalidate
					accept-charset="utf-8"
					aria-label="Dine svar"
				>
					<p>
						Læs dine svar igennem. Tryk på ”Ret”, hvis du vil ændre noget. Dine andre svar bliver
						stående.
					</p>
					<HiddenFields fields={fields} />
					<input type="hidden" name="token" value={token} />
					{slips.length > 0 && (
						<Slips slips={slips} questions={questions} email={application.email} />
					)}
					<dl class="summary">
						{inOrder(questions).map((question) => (
							<Row question={question} answer={application[question.name]} key={question.name} />
						))}
					</dl>
					<div class="flow">
						<p>
							Er svarene rigtige, så send din ansøgning til projektlederen. Du ser en kvittering på
							siden. Som regel sender vi den også til{' '}
							<span {...untranslated}>{application.email}</span>.
						</p>
						<button class="button" type="submit">
							Send ansøgning
						</button>
						<p>
							<button class="tap" type="submit" name="edit" value="" formaction={paths.check}>
								Tilbage til spørgsmålene
							</button>
						</p>
						<p class="hint">
							Vil du gemme dine svar, så udskriv denne side, før du sender. De står ikke i
							kvitteringen.
						</p>
					</div>
				</form>
			</div>
		</>
	);
}

/** What a translation would change though it is called the same in every language. */
function isName(name: QuestionName): boolean {
	return ['name', 'email', 'municipality', 'area'].includes(name);
}

function Row({ question, answer }: { question: Question; answer: string }) {
	const { name, heading } = question;
	return (
		<>
			<dt>{heading}</dt>
			<dd>
				<div class="whitespace-pre-line" dir="auto" {...(isName(name) && untranslated)}>
					{answerText(question, answer)}
				</div>
				<EditButton name={name}>
					Ret <span class="visually-hidden">{heading}</span>
				</EditButton>
			</dd>
		</>
	);
}

interface SlipsProps {
	slips: readonly Slip[];
	questions: Questions;
	email: string;
}

/** What is likely wrong in the answers. It stops nobody: who presses "Send ansøgning" sends them as they are. */
function Slips({ slips, questions, email }: SlipsProps) {
	return (
		<div class="notice flow">
			{slips.map((slip) => {
				const { heading } = questions[slip.question];
				const key = `${slip.kind} ${slip.question}`;
				switch (slip.kind) {
					case 'misspelt':
						return (
							<div key={key}>
								<p>
									Din e-mail er <strong {...untranslated}>{email}</strong>. Mente du{' '}
									<strong {...untranslated}>{slip.suggestion}</strong>? Er den rigtig, så lad den
									stå.
								</p>
								<button
									class="tap"
									type="submit"
									name="take"
									value="email"
									formaction={paths.check}
								>
									Ret til {slip.suggestion}
								</button>
							</div>
						);
					case 'not-yours':
						return (
							<div key={key}>
								<p>Du har skrevet projektlederens e-mail. Skriv din egen, så vi kan svare dig.</p>
								<EditButton name={slip.question}>Ret ”{heading}”</EditButton>
							</div>
						);
					case 'cpr-number':
						return (
							<div key={key}>
								<p>
									Noget i ”{heading}” ligner et CPR-nummer. Slet det: Vi må ikke få det. Vi skjuler
									det i de e-mails, vi sender.
								</p>
								<EditButton name={slip.question}>Ret ”{heading}”</EditButton>
							</div>
						);
					default:
						return slip satisfies never;
				}
			})}
		</div>
	);
}

/** Leads back to one answer in the form, with all the others in place. */
function EditButton({ name, children }: { name: QuestionName; children: ComponentChildren }) {
	return (
		<button
			class="tap"
			type="submit"
			name="edit"
			value={name}
			formaction={`${paths.check}#${name}`}
		>
			{children}
		</button>
	);
}

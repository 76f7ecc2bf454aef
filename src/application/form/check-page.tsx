import type { ComponentChildren } from 'preact';
import { answerText } from '#application/asking/answer.ts';
import {
	inOrder,
	type Question,
	type QuestionName,
	type Questions,
} from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { paths } from '#site/paths.ts';
import { Carried } from './carried.tsx';
import { Change } from './change.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { Letterbox } from './scenes.tsx';
import { untranslated } from './untranslated.ts';

interface Props {
	questions: Questions;
	/** What was posted, which goes along as it was written. */
	fields: Readonly<Record<string, string>>;
	/** What it is read as. */
	application: Application;
	/** Lets exactly these answers be sent. */
	token: string;
	notice?: string | undefined;
	/** What is asked before the answers are read. */
	children?: ComponentChildren;
}

export const checkTitle = 'Tjek dine svar';
/** A notice says by itself how it stands. */
const notSentYet = 'Din ansøgning er ikke sendt endnu.';

/** "Tjek dine svar": every answer as it will be read, each with a way to change it. */
export function CheckPage({ questions, fields, application, token, notice, children }: Props) {
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
					<Carried fields={fields} />
					<input type="hidden" name="token" value={token} />
					{children}
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
				<Change name={name}>
					Ret <span class="visually-hidden">{heading}</span>
				</Change>
			</dd>
		</>
	);
}

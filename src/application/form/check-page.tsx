import type { ComponentChildren } from 'preact';
import {
	answerText,
	inOrder,
	type QuestionName,
	type Questions,
} from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Slip } from '#application/asking/slips.ts';
import { paths } from '#site/paths.ts';
import { PageHead } from './page-head.tsx';
import { HiddenFields, Notice, untranslated } from './parts.tsx';

interface Props {
	questions: Questions;
	/** The posted fields. The page posts them again unchanged. */
	fields: Readonly<Record<string, string>>;
	/** The checked answers. The page shows them. */
	application: Application;
	/** Confirms exactly these answers. */
	token: string;
	/** Answers that are likely wrong. They stop nobody: "Send ansøgning" sends them unchanged. */
	slips?: readonly Slip[];
	notice?: string | undefined;
}

export const checkTitle = 'Tjek dine svar';

/** Answers that a translation must not change. */
const names: readonly QuestionName[] = ['name', 'email', 'municipality', 'area'];

/** "Tjek dine svar": every answer as the form understood it, each with a button to change it. */
export function CheckPage({ questions, fields, application, token, slips = [], notice }: Props) {
	return (
		<>
			<PageHead
				title={checkTitle}
				// A notice already says whether the application is sent.
				intro={notice === undefined ? 'Din ansøgning er ikke sendt endnu.' : undefined}
				scene="letterbox"
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
						<div class="notice flow">
							{slips.map((slip) => (
								<div key={`${slip.kind} ${slip.question}`}>
									{slipQuestion(slip, questions[slip.question].heading, application.email)}
								</div>
							))}
						</div>
					)}
					<dl class="summary">
						{inOrder(questions).map((question) => {
							const { name, heading } = question;
							return (
								<>
									<dt>{heading}</dt>
									<dd>
										<div
											class="whitespace-pre-line"
											dir="auto"
											{...(names.includes(name) && untranslated)}
										>
											{answerText(question, application[name])}
										</div>
										<EditButton name={name}>
											Ret <span class="visually-hidden">{heading}</span>
										</EditButton>
									</dd>
								</>
							);
						})}
					</dl>
					<div class="flow">
						<p>
							Er svarene rigtige, så send din ansøgning til projektlederen. Bagefter ser du en
							kvittering. Som regel sender vi den også til{' '}
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

/** Returns to one question of the form, with every answer filled in. */
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

function slipQuestion(slip: Slip, heading: string, email: string) {
	const button = <EditButton name={slip.question}>Ret ”{heading}”</EditButton>;
	switch (slip.kind) {
		case 'misspelt':
			return (
				<>
					<p>
						Din e-mail er <strong {...untranslated}>{email}</strong>. Mente du{' '}
						<strong {...untranslated}>{slip.suggestion}</strong>? Er din e-mail rigtig, så lad den
						stå.
					</p>
					<button class="tap" type="submit" name="take" value="email" formaction={paths.check}>
						Ret til {slip.suggestion}
					</button>
				</>
			);
		case 'not-yours':
			return (
				<>
					<p>Du har skrevet projektlederens e-mail. Skriv din egen, så vi kan svare dig.</p>
					{button}
				</>
			);
		case 'cpr-number':
			return (
				<>
					<p>
						Noget i ”{heading}” ligner et CPR-nummer. Er det ét, så slet det: Vi må ikke få det. Er
						det et andet tal, så skriv det på en anden måde. Ellers skjuler vi det i de e-mails, vi
						sender.
					</p>
					{button}
				</>
			);
		default:
			return slip satisfies never;
	}
}

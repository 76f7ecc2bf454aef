import type { Questions } from '#application/asking/questions.ts';
import type { Slip } from '#application/asking/slips.ts';
import { paths } from '#site/paths.ts';
import { Change } from './change.tsx';
import { untranslated } from './untranslated.ts';

interface Props {
	slips: readonly Slip[];
	questions: Questions;
	email: string;
}

/** What is likely wrong in the answers. It stops nobody: who presses "Send ansøgning" sends them as they are. */
export function Slips({ slips, questions, email }: Props) {
	if (slips.length === 0) return null;
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
								<Change name={slip.question}>Ret ”{heading}”</Change>
							</div>
						);
					case 'cpr-number':
						return (
							<div key={key}>
								<p>
									Noget i ”{heading}” ligner et CPR-nummer. Slet det: Vi må ikke få det. Vi skjuler
									det i de e-mails, vi sender.
								</p>
								<Change name={slip.question}>Ret ”{heading}”</Change>
							</div>
						);
					default:
						return slip satisfies never;
				}
			})}
		</div>
	);
}

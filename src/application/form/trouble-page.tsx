import { nonBreaking } from '#application/typesetting.ts';
import type { Programme } from '#application/programme.ts';
import { paths } from '#site/paths.ts';
import type { Trouble } from './messages.ts';
import { PageHead } from './page-head.tsx';
import { HiddenFields, ProjectLead } from './parts.tsx';

interface Props {
	trouble: Trouble;
	programme: Programme;
	/** The posted fields, where they could be read. The page posts them again, so that no answer is lost. */
	fields?: Readonly<Record<string, string>> | undefined;
}

/** What went wrong, what to do, and whom to ask. */
export function TroublePage({ trouble, programme, fields }: Props) {
	return (
		<>
			<PageHead title={trouble.title} scene="lighthouse" />
			<div class="frame column flow-large">
				<div class="flow">
					{trouble.paragraphs.map((text) => (
						<p class="intro" key={text}>
							{nonBreaking(text)}
						</p>
					))}
				</div>
				{fields ? (
					<form method="post" action={paths.check} accept-charset="utf-8" aria-label="Dine svar">
						<HiddenFields fields={fields} />
						<button class="button" type="submit" name="edit" value="">
							Tilbage til spørgsmålene
						</button>
					</form>
				) : (
					<p>
						<a class="button" href={paths.form}>
							Gå til ansøgningen
						</a>
					</p>
				)}
				<section class="flow" aria-labelledby="hjaelp">
					<h2 id="hjaelp">Har du brug for hjælp til at ansøge?</h2>
					<p>Ring eller skriv til projektlederen.</p>
					<ProjectLead {...programme.projectLead} />
				</section>
				<p>
					<a class="tap" href={paths.home}>
						Gå til forsiden
					</a>
				</p>
			</div>
		</>
	);
}

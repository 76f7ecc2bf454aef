import { nonBreaking } from '#application/typesetting.ts';
import { type Programme, nextStep } from '#application/programme.ts';
import type { Receipt } from '#application/confirming/token.ts';
import { inWords } from '#application/danish-date.ts';
import { paths } from '#site/paths.ts';
import { PageHead } from './page-head.tsx';
import { ProjectLead, untranslated } from './parts.tsx';

export const receiptTitle = 'Kvittering';

/** The receipt of an application that is stored. */
export function ReceiptPage({
	reference,
	at,
	hasReceipt,
	programme,
	from,
}: Receipt & {
	programme: Programme;
	/** The address that the e-mail with the receipt comes from. */
	from: string;
}) {
	return (
		<>
			<PageHead
				title={receiptTitle}
				intro="Vi har modtaget din ansøgning om at blive tryghedsambassadør."
				scene="agreed"
			/>
			<div class="frame column flow-large">
				<div class="receipt">
					<p>Modtaget {nonBreaking(inWords(at))}.</p>
					<p>Dit referencenummer er</p>
					<p class="reference" {...untranslated}>
						{reference}
					</p>
					<p>
						Skriv det ned, eller gem siden. Så kan vi finde din ansøgning, hvis du spørger til den.
						{!hasReceipt && nonBreaking(' Du får ikke en kvittering på e-mail.')}
					</p>
				</div>
				<section class="flow" aria-labelledby="nu">
					<h2 id="nu">Hvad sker der nu?</h2>
					<ol>
						<li>{nonBreaking('Vi sender din ansøgning til projektlederen på e-mail.')}</li>
						{hasReceipt && (
							<li>
								{nonBreaking('Vi sender en kvittering til din e-mail.')} Den kommer fra{' '}
								<span {...untranslated}>{from}</span>. Ansøger mange samtidig, kan den komme nogle
								dage senere. Kan du ikke finde den, så se efter i uønsket post (spam).
							</li>
						)}
						<li>{nextStep(programme)}</li>
					</ol>
				</section>
				<section class="flow" aria-labelledby="spoerg">
					<h2 id="spoerg">Har du spørgsmål?</h2>
					<p>Spørg projektlederen, og sig eller skriv dit referencenummer.</p>
					<ProjectLead {...programme.projectLead} />
				</section>
				<section class="flow" aria-labelledby="gem">
					<h2 id="gem">Gem kvitteringen</h2>
					<p>
						Tryk Ctrl og P på en computer (Cmd og P på en Mac), eller vælg ”Udskriv” i browserens
						menu. Du kan også gemme den som PDF eller tage et billede af skærmen.
					</p>
					<p>
						Bruger andre computeren, så slet browserens historik og gemte filer, og luk den, når du
						er færdig. Ellers kan de se dine svar.
					</p>
					<p>
						<a class="tap" href={paths.home}>
							Gå til forsiden
						</a>
					</p>
				</section>
			</div>
		</>
	);
}

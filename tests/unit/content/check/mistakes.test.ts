import { expect, test } from 'vitest';
import { settingsFile } from '#content/source.ts';
import { componentNames } from '#content/table/components.ts';
import { pageFieldNames } from '#content/table/page-lines.ts';
import { settingFields } from '#content/table/settings.ts';
import { content, head, mistakesIn, reportOf } from '../../../support/broken-content.ts';

const components = componentNames.join(', ');
const lines = pageFieldNames.join(', ');
const all = Object.keys(settingFields).join(', ');

/** What is wrong, the text below the lines on top of a page, and what an editor is told, with the line. */
const bodies: [string, string, string[]][] = [
	[
		'the link that a dialog of the editor makes of marked words',
		'Du kan [spørge projektlederen](spørge projektlederen).',
		[
			'7: Linket til "spørge projektlederen" virker ikke. Slet det, markér ordene, og tryk på Link. Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		],
	],
	[
		'a link whose number has spaces',
		'[Ring til dem](tel:+45 12 34 56 78)',
		[
			'7: Linket til "tel:+45 12 34 56 78" virker ikke. Slet det, markér ordene, og tryk på Link. Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.',
		],
	],
	[
		'a link to an e-mail without its kind',
		'[Skriv til os](navn@eksempel.dk)',
		[
			'7: "navn@eksempel.dk" er ikke en adresse, et link kan føre til. Skriv et nummer som tel:+4512345678 og en e-mail som mailto:navn@eksempel.dk.',
		],
	],
	[
		'a link to a number without its kind',
		'[Ring til dem](22334455)',
		[
			'7: "22334455" er ikke en adresse, et link kan føre til. Skriv et nummer som tel:+4512345678 og en e-mail som mailto:navn@eksempel.dk.',
		],
	],
	[
		'an address between < and >',
		'Se <https://politi.dk> i dag.',
		[
			'7: Der står et "<", som ikke kan bruges i teksten. Slet tegnet, eller skriv \\< i stedet.',
			'7: Der står en internetadresse i teksten. Slet den, markér de ord, der skal være et link, tryk på Link, og skriv adressen der.',
		],
	],
	[
		'the phone of somebody else',
		'Ring til Bo på 22 33 44 55.',
		[
			'7: Der står et telefonnummer i teksten: 22 33 44 55. Slet det, hvis det er et privat nummer. Ellers markér det, tryk på Link, og skriv tel:+4522334455.',
		],
	],
	[
		'the phone of somebody else with its country',
		'Ring til Bo på +45 22334455.',
		[
			'7: Der står et telefonnummer i teksten: +45 22334455. Slet det, hvis det er et privat nummer. Ellers markér det, tryk på Link, og skriv tel:+4522334455.',
		],
	],
	[
		'what git leaves of a conflict',
		'<<<<<<< HEAD\nRing mandag.\n=======\nRing tirsdag.\n>>>>>>> kollega',
		[
			'7: To har rettet det samme sted, og begge udgaver står her. Vælg den udgave, der skal blive. Slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>. Er du i tvivl, så spørg den, der passer webstedet.',
		],
	],
	[
		'a half of a component that was deleted',
		'Tekst.\n\nadresse="/ansoeg/" />\n\n<Knap tekst="Ansøg nu"',
		[
			'9: Der står en rest af en byggeklods. Slet den. Skal byggeklodsen blive, så indsæt den igen.',
			'11: Byggeklodsen Knap er ikke skrevet rigtigt. Skriv den sådan: <Knap tekst="…" adresse="…" />. Er der et " i teksten, så skriv ” i stedet.',
		],
	],
	[
		'text that would become a row of a table',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\nTekst.',
		[
			'10: Teksten under en tabel ville blive en række i den. Lav en tom linje mellem tabellen og teksten.',
		],
	],
	[
		'a box to tick',
		'- [ ] Husk kaffe',
		[
			'7: Et punkt begynder med en boks til at sætte kryds i. Slet [ ]. Man kan ikke sætte kryds på siderne.',
		],
	],
	[
		'a hyphen that nobody sees',
		'Tryg\u00adheds\u00adambassadør',
		[
			'7: Der står et usynligt tegn, som er fulgt med fra et andet program. Gem siden i editoren, så forsvinder det. Eller slet linjen, og skriv den igen.',
		],
	],
	[
		'code without a name that could be guessed',
		'export let x = eval(atob(/MQ==/.source))',
		[
			'7: Der står kode i teksten. Slet afsnittet. Byggeklodser kan bruges uden. Er det en tekst, så begynd den med et andet ord.',
		],
	],
	[
		'a link whose address stands elsewhere',
		'[Spørg projektlederen][1]\n\n[1]: /kontakt/',
		[
			'7: Et link, hvor adressen står et andet sted, kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
			'9: Et link, hvor adressen står et andet sted, kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
	[
		'a component that begins in a link',
		'[<Folder>](/kontakt/)',
		[
			'7: <Folder> bliver ikke sluttet. Skriv </Folder> på en linje for sig selv efter teksten.',
			'7: Et link har ingen tekst. Skriv, hvad man finder på siden.',
		],
	],
	[
		'an unknown component',
		'<Boks />',
		[
			`7: "Boks" er ikke en byggeklods. Ret navnet, eller slet linjen. Byggeklodserne hedder ${components}.`,
		],
	],
	[
		'a misspelt component around text',
		'<KortFortlat>\n\n- Noget.\n\n</KortFortlat>',
		[
			`7: "KortFortlat" er ikke en byggeklods. Mente du "KortFortalt"? Byggeklodserne hedder ${components}.`,
		],
	],
	[
		'a component that is not closed',
		'<KortFortalt>\n\n- Noget.',
		[
			'7: <KortFortalt> bliver ikke sluttet. Skriv </KortFortalt> på en linje for sig selv efter teksten.',
		],
	],
	[
		'a component without its slash',
		'<Projektleder>\n\nTekst.',
		['7: <Projektleder> bliver ikke sluttet. Skriv <Projektleder /> med en skråstreg før >.'],
	],
	[
		'a component that was never opened',
		'Tekst.\n\n</KortFortalt>',
		[
			'9: </KortFortalt> slutter noget, som ikke er begyndt her. Skriv <KortFortalt> på en linje for sig selv over teksten, eller slet </KortFortalt>. To byggeklodser må ikke gå ind over hinanden.',
		],
	],
	[
		'two components that overlap',
		'<KortFortalt>\n\n<NaesteSkridt>\n\nTekst.\n\n</KortFortalt>\n\n</NaesteSkridt>',
		[
			'7: <KortFortalt> bliver ikke sluttet. Skriv </KortFortalt> på en linje for sig selv efter teksten.',
			'13: </KortFortalt> slutter noget, som ikke er begyndt her. Skriv <KortFortalt> på en linje for sig selv over teksten, eller slet </KortFortalt>. To byggeklodser må ikke gå ind over hinanden.',
		],
	],
	[
		'a component inside one that may not hold it',
		'<KortFortalt>\n\n<Projektleder />\n\n</KortFortalt>',
		[
			'9: Byggeklodsen Projektleder kan ikke stå inde i KortFortalt. Flyt den ud, så den står efter </KortFortalt>.',
		],
	],
	[
		'a component in a list',
		'- Et punkt\n\n    <Projektleder />',
		['9: Byggeklodsen Projektleder står i en liste. Flyt den ud af listen, helt ud til venstre.'],
	],
	[
		'a component in the middle of a line',
		'Ring til <Projektleder /> i dag.',
		[
			'7: Byggeklodsen Projektleder står midt i en tekst. Skriv den på en linje for sig selv, med en tom linje før og efter.',
		],
	],
	[
		'a component around text on one line',
		'<Folder>Tekst.</Folder>',
		[
			'7: Byggeklodsen Folder står midt i en tekst. Skriv den på en linje for sig selv, med en tom linje før og efter.',
		],
	],
	[
		'an empty component',
		'<KortFortalt>\n\n</KortFortalt>',
		[
			'7: Byggeklodsen KortFortalt er tom. Skriv en tekst mellem <KortFortalt> og </KortFortalt>, eller slet den.',
		],
	],
	[
		'text in a component that holds none',
		'<Kommuner>\n\nTekst.\n\n</Kommuner>',
		['7: Byggeklodsen Kommuner kan ikke have tekst i sig. Skriv <Kommuner /> og flyt teksten ud.'],
	],
	[
		'an unknown attribute',
		'<Knap tekst="Se kommunerne" adresse="/" farve="rød" />',
		['7: Byggeklodsen Knap har intet, der hedder "farve". Brug kun tekst og adresse.'],
	],
	[
		'an attribute of a component that has none',
		'<RingOp stor="ja" />',
		['7: Byggeklodsen RingOp har intet, der hedder "stor". Skriv kun <RingOp />.'],
	],
	[
		'a missing attribute',
		'<Knap tekst="Ansøg nu" />',
		['7: Byggeklodsen Knap mangler "Adresse" (adresse). Skriv adresse="…" i den.'],
	],
	[
		'an empty attribute',
		'<Knap tekst="" adresse="/ansoeg/" />',
		[
			'7: Byggeklodsen Knap har intet i "Tekst" (tekst). Skriv tekst="…" med en tekst mellem de to ".',
		],
	],
	[
		'an attribute without a value',
		'<Knap tekst adresse="/ansoeg/" />',
		[
			'7: Byggeklodsen Knap har intet i "Tekst" (tekst). Skriv tekst="…" med en tekst mellem de to ".',
		],
	],
	[
		'an attribute with code',
		'<Knap tekst={navn} adresse="/ansoeg/" />',
		['7: Der står { og } i byggeklodsen Knap. Skriv værdien mellem to " i stedet.'],
	],
	[
		'an attribute without quotes',
		'<Knap tekst=Ansøg adresse="/ansoeg/" />',
		[
			'7: Byggeklodsen Knap er ikke skrevet rigtigt. Skriv den sådan: <Knap tekst="…" adresse="…" />. Er der et " i teksten, så skriv ” i stedet.',
			'7: Der står en rest af en byggeklods. Slet den. Skal byggeklodsen blive, så indsæt den igen.',
		],
	],
	[
		'an unknown choice',
		'<Oplysning navn="alder" />',
		[
			'7: "alder" kan ikke vælges i byggeklodsen Oplysning. Vælg en af disse: dataansvarlig, databeskyttelsesrådgiver, retsgrundlag, modtagere, opbevaring, registeropslag.',
		],
	],
	[
		'a stray <',
		'Børn <3 år.',
		['7: Der står et "<", som ikke kan bruges i teksten. Slet tegnet, eller skriv \\< i stedet.'],
	],
	[
		'a < before a word',
		'Prisen er <hundrede kroner.',
		['7: Der står et "<", som ikke kan bruges i teksten. Slet tegnet, eller skriv \\< i stedet.'],
	],
	[
		'a stray {',
		'Skriv { her.',
		['7: Der står et "{", som ikke kan bruges i teksten. Slet tegnet, eller skriv \\{ i stedet.'],
	],
	[
		'braces around a word',
		'Hej {navn}.',
		[
			'7: Der står noget mellem { og }, og det kan ikke bruges i teksten. Slet det, eller skriv \\{ i stedet for {.',
		],
	],
	[
		'a comment',
		'{/* husk at rette */}',
		[
			'7: Der står en kommentar i teksten. Slet den. En besked til kolleger kan stå øverst på siden.',
		],
	],
	[
		'a comment of HTML',
		'<!-- husk at rette -->',
		[
			'7: Der står en kommentar i teksten. Slet den. En besked til kolleger kan stå øverst på siden.',
		],
	],
	[
		'an import',
		'import Knap from "../../Knap.astro";',
		[
			'7: Der står kode i teksten. Slet afsnittet. Byggeklodser kan bruges uden. Er det en tekst, så begynd den med et andet ord.',
		],
	],
	[
		'an export',
		'export const farve = "rød";',
		[
			'7: Der står kode i teksten. Slet afsnittet. Byggeklodser kan bruges uden. Er det en tekst, så begynd den med et andet ord.',
		],
	],
	[
		'HTML around text',
		'Det er <b>vigtigt</b>.',
		[
			'7: Der står HTML i teksten: <b>. Slet det. Brug knapperne Fed, Kursiv og Link i editoren, eller skriv **fed**, _kursiv_ og [teksten](/adressen/).',
		],
	],
	[
		'HTML that is not closed',
		'En linje.<br>To linjer.',
		[
			'7: Der står HTML i teksten: <br>. Slet det. Brug knapperne Fed, Kursiv og Link i editoren, eller skriv **fed**, _kursiv_ og [teksten](/adressen/).',
		],
	],
	[
		'a link to a page that is not there',
		'[Læs om aftalen](/aftale/)',
		[
			'7: Linket fører til "/aftale/", men den side findes ikke. Ret adressen. Den er sidens filnavn med / før og efter.',
		],
	],
	[
		'a link with a misspelt address',
		'[Spørg projektlederen](/kontakte/)',
		['7: Linket fører til "/kontakte/", men den side findes ikke. Mente du "/kontakt/"?'],
	],
	[
		'a link without its last slash',
		'[Spørg projektlederen](/kontakt)',
		['7: Linket fører til "/kontakt", men den side findes ikke. Mente du "/kontakt/"?'],
	],
	[
		'a link to a file name',
		'[Spørg projektlederen](kontakt.mdx)',
		[
			'7: "kontakt.mdx" er ikke en adresse, et link kan føre til. Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		],
	],
	[
		'a link to a place that is not there',
		'[Se ansvaret](/persondata/#ansvaret)',
		[
			'7: Linket fører til stedet "#ansvaret", som ikke er på "/persondata/". Mente du "#ansvar"? Overskriften er måske blevet ændret.',
		],
	],
	[
		'a link to a place on the page that is not there',
		'## Det første\n\n[Se det første](#det-foerste)',
		[
			'9: Linket fører til stedet "#det-foerste", som ikke er på siden. Mente du "#det-første"? Overskriften er måske blevet ændret.',
		],
	],
	[
		'a link that is not safe',
		'[Læs om loven](http://retsinformation.dk)',
		[
			'7: Linket til http://retsinformation.dk er ikke sikkert. Skriv https:// i stedet for http://, og prøv, om det virker.',
		],
	],
	[
		'a link without an address',
		'[Læs om loven]()',
		[
			'7: Et link har ingen adresse. Vælg linket. Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		],
	],
	[
		'a link that runs code',
		'[Læs om loven](javascript:alert)',
		[
			'7: "javascript:alert" er ikke en adresse, et link kan føre til. Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		],
	],
	[
		'a button to a page that is not there',
		'<Knap tekst="Ansøg nu" adresse="/ansoegning/" />',
		[
			'7: Linket fører til "/ansoegning/", men den side findes ikke. Ret adressen. Den er sidens filnavn med / før og efter.',
		],
	],
	[
		'a button that says nothing',
		'<Knap tekst="Læs mere" adresse="/ansoeg/" />',
		[
			'7: Linkets tekst "Læs mere" siger ikke, hvor det fører hen. Skriv, hvad man finder på siden, fx "Læs om aftalen".',
		],
	],
	[
		'a link that says click here',
		'[Klik her](/kontakt/)',
		[
			'7: Linkets tekst "Klik her" siger ikke, hvor det fører hen. Skriv, hvad man finder på siden, fx "Læs om aftalen".',
		],
	],
	[
		'a link that says here',
		'Læs om det [her](/kontakt/).',
		[
			'7: Linkets tekst "her" siger ikke, hvor det fører hen. Skriv, hvad man finder på siden, fx "Læs om aftalen".',
		],
	],
	[
		'a link without text',
		'[](/kontakt/)',
		['7: Et link har ingen tekst. Skriv, hvad man finder på siden.'],
	],
	[
		'a link that reads out its address',
		'[https://politi.dk](https://politi.dk)',
		['7: Linkets tekst er en internetadresse. Skriv i stedet, hvad man finder på siden.'],
	],
	[
		'an address in the text',
		'Se www.politi.dk i dag.',
		[
			'7: Der står en internetadresse i teksten. Slet den, markér de ord, der skal være et link, tryk på Link, og skriv adressen der.',
		],
	],
	[
		'headings that jump',
		'## Først\n\n#### Så',
		[
			'9: "Så" er en Overskrift 4 (####), men overskriften før er en Overskrift 2 (##). Vælg Overskrift 3 (###).',
		],
	],
	[
		'a first heading that is too deep',
		'### Først',
		[
			'7: "Først" er en Overskrift 3 (###), men overskriften før er sidens egen. Vælg Overskrift 2 (##).',
		],
	],
	[
		'a heading of the first level',
		'# Prøve',
		[
			'7: "Prøve" er en Overskrift 1 (#), og den har siden allerede øverst. Vælg Overskrift 2 (##).',
		],
	],
	[
		'an empty heading',
		'##',
		['7: Der står en tom overskrift. Skriv en tekst i den, eller slet den.'],
	],
	[
		'a picture without a description',
		'![](/billede.png)',
		[
			'7: Et billede har ingen beskrivelse. Skriv mellem [ og ], hvad man ser på billedet. Nogle får siden læst op.',
		],
	],
	[
		'a picture that is not there',
		'![En fjord](/fjord.png)',
		['7: Billedet "/fjord.png" findes ikke. Ret adressen, eller slet billedet.'],
	],
	[
		'the e-mail of the project lead',
		'Skriv til bodil.vang@vagt.example.',
		[
			'7: Projektlederens e-mail er skrevet ind i teksten. Slet det, og indsæt byggeklodsen Projektleder, eller skriv "projektlederen" med et link til /kontakt/.',
		],
	],
	[
		'the phone of the project lead',
		'Ring på 11 22 33 44.',
		[
			'7: Projektlederens telefonnummer er skrevet ind i teksten. Slet det, og indsæt byggeklodsen Projektleder, eller skriv "projektlederen" med et link til /kontakt/.',
		],
	],
	[
		'the phone with its country in a link',
		'[Ring til os](tel:+4511223344)',
		[
			'7: Projektlederens telefonnummer er skrevet ind i teksten. Slet det, og indsæt byggeklodsen Projektleder, eller skriv "projektlederen" med et link til /kontakt/.',
		],
	],
	[
		'an emergency number with signs in it',
		'Ring 1-1-2.',
		['7: Nummeret 112 er skrevet med tegn imellem. Skriv 112.'],
	],
	[
		'a quotation',
		'> Et citat',
		[
			'7: Et citat med > foran kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
	[
		'code',
		'```\nkode\n```',
		[
			'7: En ramme med kode kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
	[
		'a word in backticks',
		'Brug `kode`.',
		[
			'7: Tekst mellem ` kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
	[
		'a line across',
		'Over\n\n***\n\nUnder',
		[
			'9: En streg på tværs kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
	[
		'several at once, and each is told',
		'<Boks />\n\nBørn <3 år.\n\n[her](/x/)\n\n#### Dybt',
		[
			`7: "Boks" er ikke en byggeklods. Ret navnet, eller slet linjen. Byggeklodserne hedder ${components}.`,
			'9: Der står et "<", som ikke kan bruges i teksten. Slet tegnet, eller skriv \\< i stedet.',
			'11: Linkets tekst "her" siger ikke, hvor det fører hen. Skriv, hvad man finder på siden, fx "Læs om aftalen".',
			'11: Linket fører til "/x/", men den side findes ikke. Ret adressen. Den er sidens filnavn med / før og efter.',
			'13: "Dybt" er en Overskrift 4 (####), men overskriften før er sidens egen. Vælg Overskrift 2 (##).',
		],
	],
	[
		'the phone of the project lead with dots',
		'Ring 11.22.33.44 i dag.',
		[
			'7: Projektlederens telefonnummer er skrevet ind i teksten. Slet det, og indsæt byggeklodsen Projektleder, eller skriv "projektlederen" med et link til /kontakt/.',
		],
	],
	[
		'the phone of the project lead with lines',
		'Ring +45 11-22-33-44 i dag.',
		[
			'7: Projektlederens telefonnummer er skrevet ind i teksten. Slet det, og indsæt byggeklodsen Projektleder, eller skriv "projektlederen" med et link til /kontakt/.',
		],
	],
	[
		'a component with Word’s quotes',
		'<Knap tekst=”Ansøg nu” adresse=”/ansoeg/” />',
		[
			'7: Byggeklodsen Knap er ikke skrevet rigtigt. Skriv den sådan: <Knap tekst="…" adresse="…" />. Brug lige anførselstegn (") og ikke skrå.',
			'7: Der står en rest af en byggeklods. Slet den. Skal byggeklodsen blive, så indsæt den igen.',
		],
	],
	[
		'a component in small letters',
		'<knap tekst="Ansøg nu" adresse="/ansoeg/" />',
		[`7: "knap" er ikke en byggeklods. Mente du "Knap"? Byggeklodserne hedder ${components}.`],
	],
	[
		'quotes within quotes',
		'<Knap tekst="Sig "ja" nu" adresse="/ansoeg/" />',
		[
			'7: Byggeklodsen Knap er ikke skrevet rigtigt. Skriv den sådan: <Knap tekst="…" adresse="…" />. Er der et " i teksten, så skriv ” i stedet.',
			'7: Der står en rest af en byggeklods. Slet den. Skal byggeklodsen blive, så indsæt den igen.',
		],
	],
	[
		'a heading in a component',
		'<KortFortalt>\n\n## Det vigtigste\n\n- Noget.\n\n</KortFortalt>',
		[
			'9: Der står en overskrift inde i byggeklodsen KortFortalt. Flyt den ud, eller vælg Afsnit i stedet for Overskrift.',
		],
	],
	[
		'a heading without its space',
		'##Det vigtigste',
		[
			'7: En overskrift mangler et mellemrum efter #. Slet #, og vælg Overskrift 2. I filen står der et mellemrum mellem ## og teksten.',
		],
	],
	[
		'a heading with the space of Word',
		'##\u00a0Det vigtigste',
		[
			'7: En overskrift mangler et mellemrum efter #. Slet #, og vælg Overskrift 2. I filen står der et mellemrum mellem ## og teksten.',
		],
	],
	[
		'the bullets of Word',
		'• Et punkt\n• To punkter',
		[
			'7: Et punkt i en liste begynder med et forkert tegn. Slet tegnet, og vælg Punktopstilling. I filen står der - og et mellemrum foran hvert punkt.',
			'8: Et punkt i en liste begynder med et forkert tegn. Slet tegnet, og vælg Punktopstilling. I filen står der - og et mellemrum foran hvert punkt.',
		],
	],
	[
		'a bullet with the space of Word',
		'-\u00a0Et punkt',
		[
			'7: Et punkt i en liste begynder med et forkert tegn. Slet tegnet, og vælg Punktopstilling. I filen står der - og et mellemrum foran hvert punkt.',
		],
	],
	[
		'a bold text that does not end',
		'Det er **vigtigt.',
		[
			'7: Der står tegn for fed eller gennemstreget, som ikke virker. Slet tegnene, markér ordene, og tryk på Fed. I filen skriver man **fed** uden mellemrum inden for tegnene. Gennemstreget kan ikke bruges.',
		],
	],
	[
		'a bold text with spaces in it',
		'Det er ** vigtigt ** her.',
		[
			'7: Der står tegn for fed eller gennemstreget, som ikke virker. Slet tegnene, markér ordene, og tryk på Fed. I filen skriver man **fed** uden mellemrum inden for tegnene. Gennemstreget kan ikke bruges.',
		],
	],
	[
		'an italic text that does not end',
		'Det er _vigtigt.',
		[
			'7: Der står et _, som ikke gør noget kursivt. Slet tegnet, markér ordene, og tryk på Kursiv. I filen skriver man _kursiv_.',
		],
	],
	[
		'a text that is struck out',
		'Det er ~~ikke~~ vigtigt.',
		[
			'7: Der står tegn for fed eller gennemstreget, som ikke virker. Slet tegnene, markér ordene, og tryk på Fed. I filen skriver man **fed** uden mellemrum inden for tegnene. Gennemstreget kan ikke bruges.',
		],
	],
	[
		'a space in a link',
		'[Spørg projektlederen] (/kontakt/)',
		[
			'7: Linket til "/kontakt/" virker ikke. Slet det, markér ordene, og tryk på Link. Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.',
		],
	],
	[
		'a space in the address of a link',
		'[Spørg projektlederen](/kontakt /)',
		[
			'7: Linket til "/kontakt /" virker ikke. Slet det, markér ordene, og tryk på Link. Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.',
		],
	],
	[
		'a link in a link',
		'[Spørg [projektlederen](/kontakt/) nu](/ansoeg/)',
		[
			'7: Linket til "/ansoeg/" virker ikke. Slet det, markér ordene, og tryk på Link. Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.',
		],
	],
	[
		'a link to nothing but a name',
		'[Politiets side](politi.dk)',
		[
			'7: "politi.dk" er ikke en adresse, et link kan føre til. Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
		],
	],
	[
		'a table without its line',
		'| Hvem | Hvornår |\n| --- |\n| Bo | Nu |',
		[
			'7: En tabel er ikke skrevet rigtigt. Skriv | --- | i linjen under den første, med lige så mange felter som i den.',
			'8: En tabel er ikke skrevet rigtigt. Skriv | --- | i linjen under den første, med lige så mange felter som i den.',
			'9: En tabel er ikke skrevet rigtigt. Skriv | --- | i linjen under den første, med lige så mange felter som i den.',
		],
	],
	[
		'a table with a field too many',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu | Her |',
		[
			'9: Rækken har 3 felter, men tabellens øverste række har 2. Slet det, der er for meget, eller giv den øverste række flere felter. Der står | mellem felterne.',
		],
	],
	[
		'a letter that was lost',
		'S\ufffdren er her.',
		[
			'7: Nogle bogstaver kan ikke læses. Gem filen igen med tegnsættet UTF-8, og skriv bogstaverne på ny.',
		],
	],
	[
		'a mark that nobody sees',
		'Hej\u200b du.',
		[
			'7: Der står et usynligt tegn, som er fulgt med fra et andet program. Gem siden i editoren, så forsvinder det. Eller slet linjen, og skriv den igen.',
		],
	],
	[
		'many quotes of an e-mail, told once each line',
		'> > Hej.',
		[
			'7: Et citat med > foran kan ikke bruges på siderne. Skriv det som almindelig tekst, en liste eller et link.',
		],
	],
];

/** The same for whole pages, whose first lines are wrong. */
const pages: [string, string, string[]][] = [
	[
		'a removed page that leads to no address',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nleadsTo: Kontakt\n---\n\nTekst.\n',
		[
			'5: "Fjern siden" (leadsTo) er ikke en adresse på webstedet. Skriv adressen som /navnet/ med små bogstaver fra a til z, tal og bindestreg.',
		],
	],
	[
		'a removed page that leads to no page',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nleadsTo: /kontakter/\n---\n\nTekst.\n',
		[
			'5: Sidens adresse skal føre til "/kontakter/", men den side findes ikke. Vælg en anden side.',
		],
	],
	[
		'a removed page that leads to itself',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nleadsTo: /proeve/\n---\n\nTekst.\n',
		['5: Sidens adresse skal føre til siden selv. Vælg en anden side.'],
	],
	[
		'no lines on top',
		'Tekst.\n',
		[
			'1: Siden mangler linjerne øverst. Skriv --- på første linje, derefter title, intro, description på hver sin linje og til sidst --- igen.',
		],
	],
	[
		'a missing line',
		'---\ntitle: Prøve\nintro: En side.\n---\n\nTekst.\n',
		[
			'1: Siden mangler "Beskrivelse" (description). Skriv den. Det, man ser i en søgemaskine, og når nogen deler siden.',
		],
	],
	[
		'an empty line',
		'---\ntitle:\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: "Overskrift" (title) er ikke en tekst. Skriv en tekst efter kolonet, eller slet linjen. Er den et tal, eller begynder den med et tegn, så sæt \' før og efter.',
		],
	],
	[
		'a misspelt line',
		'---\ntitel: Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'1: Siden mangler "Overskrift" (title). Skriv den. Sidens overskrift. Den står også på fanen i browseren.',
			`2: "titel" er ikke en linje, der kan stå øverst på siden. Mente du "title"? Brug kun ${lines}.`,
		],
	],
	[
		'lines in another order',
		'---\nintro: En side.\ntitle: Prøve\ndescription: En side.\n---\n\nTekst.\n',
		[`2: Linjerne øverst på siden står ikke i den rigtige rækkefølge. Skriv dem sådan: ${lines}.`],
	],
	[
		'a line that stands twice',
		'---\ntitle: Prøve\ntitle: Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		['3: Den samme linje står to gange øverst på siden. Slet den ene af dem.'],
	],
	[
		'a colon in a line',
		'---\ntitle: Prøve: en side\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			"2: Linjen øverst på siden kan ikke læses. Skriv navnet, et kolon, et mellemrum og teksten. Er der et kolon eller et andet tegn i teksten, så sæt ' før og efter teksten.",
		],
	],
	[
		'a line that is too long',
		'---\ntitle: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		['2: "Overskrift" (title) er på 81 tegn. Skriv det kortere. Der er plads til 80 tegn.'],
	],
	[
		'a menu without its place',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nmenu: Prøve\n---\n\nTekst.\n',
		[
			'1: Siden har "Navn i menuen" (menu), men ikke "Plads i menuen" (order). Udfyld både "Navn i menuen" (menu) og "Plads i menuen" (order), eller ingen af dem.',
		],
	],
	[
		'a place that is no number',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nmenu: Prøve\norder: først\n---\n\nTekst.\n',
		[
			'6: "Plads i menuen" (order) er ikke et tal mellem 0 og 99. Skriv et tal, fx 1. 1.5 er mellem 1 og 2.',
		],
	],
	[
		'a place that is taken',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\nmenu: Prøve\norder: 3\n---\n\nTekst.\n',
		[
			'1: Siden har samme plads i menuen som "kontakt": 3. Giv en af dem et andet tal i "Plads i menuen" (order).',
		],
	],
	[
		'a comment on top',
		'---\n# husk\ntitle: Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: Der står en kommentar øverst på siden. Den forsvinder, når siden bliver rettet i editoren. Slet linjen, eller skriv den i "Besked til kolleger" (note).',
		],
	],
	[
		'a title that is a number',
		'---\ntitle: 112\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: "Overskrift" (title) er ikke en tekst. Skriv en tekst efter kolonet, eller slet linjen. Er den et tal, eller begynder den med et tegn, så sæt \' før og efter.',
		],
	],
	[
		'a text of several lines',
		'---\ntitle: Prøve\nintro: |\n  En side.\n  Til.\ndescription: En side.\n---\n\nTekst.\n',
		['3: "Indledning" (intro) fylder flere linjer. Skriv det hele på én linje.'],
	],
	[
		'the phone of the project lead on top',
		'---\ntitle: Prøve\nintro: Ring 11223344.\ndescription: En side.\n---\n\nTekst.\n',
		['3: Projektlederens telefonnummer er skrevet ind i teksten. Skriv "projektlederen" i stedet.'],
	],
	[
		'a name of a line without its space',
		'---\ntitle:Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			"2: Linjen øverst på siden kan ikke læses. Skriv navnet, et kolon, et mellemrum og teksten. Er der et kolon eller et andet tegn i teksten, så sæt ' før og efter teksten.",
		],
	],
	[
		'a line that begins with a sign',
		'---\ntitle: *Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: "Overskrift" (title) er ikke en tekst. Skriv en tekst efter kolonet, eller slet linjen. Er den et tal, eller begynder den med et tegn, så sæt \' før og efter.',
		],
	],
	[
		'a # in a line',
		'---\ntitle: Prøve # en side\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: Det, der står efter # i "Overskrift" (title), bliver ikke læst. Sæt \' før og efter hele teksten, eller slet #.',
		],
	],
	[
		'bold in a line',
		"---\ntitle: Prøve\nintro: 'En **god** side.'\ndescription: En side.\n---\n\nTekst.\n",
		[
			'3: "Indledning" (intro) kan kun være almindelig tekst. Skriv den uden fed, links, HTML og koder som &nbsp;.',
		],
	],
	[
		'the code of a space in a line',
		'---\ntitle: Ring&nbsp;nu\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'2: "Overskrift" (title) kan kun være almindelig tekst. Skriv den uden fed, links, HTML og koder som &nbsp;.',
		],
	],
	[
		'lines that do not end',
		'---\ntitle: Prøve\nintro: En side.\ndescription: En side.\n\nTekst.\n',
		[
			'1: Siden mangler linjerne øverst. Skriv --- på første linje, derefter title, intro, description på hver sin linje og til sidst --- igen.',
		],
	],
	[
		'an empty line above those on top',
		'\n---\ntitle: Prøve\nintro: En side.\ndescription: En side.\n---\n\nTekst.\n',
		[
			'1: Siden mangler linjerne øverst. Skriv --- på første linje, derefter title, intro, description på hver sin linje og til sidst --- igen.',
		],
	],
	[
		'nothing in it',
		'',
		[
			'1: Siden mangler linjerne øverst. Skriv --- på første linje, derefter title, intro, description på hver sin linje og til sidst --- igen.',
		],
	],
];

/** What is wrong, what is replaced in the settings and by what, and what an editor is told. */
const settings: [string, string | RegExp, string, string[]][] = [
	[
		'a comma too few',
		'"district": "Skovkredsen",',
		'"district": "Skovkredsen"',
		['3: Der mangler et komma. Skriv et komma sidst på linjen.'],
	],
	[
		'a comma too many',
		'"registerCheck": null',
		'"registerCheck": null,',
		['26: Der er et komma for meget. Slet kommaet sidst på linjen.'],
	],
	[
		'a quote too few',
		'"title": "koordinator"',
		'"title": "koordinator',
		[
			'15: Linjen kan ikke læses. Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
		],
	],
	[
		'an unknown key',
		'"name": "Nabohjælp i Skovkredsen"',
		'"navn": "Nabohjælp i Skovkredsen"',
		[
			'1: Indstillingen "Webstedets navn" mangler. Skriv "name" og et kolon og derefter svaret.',
			`2: "navn" er ikke en indstilling. Ret navnet, eller slet linjen. Her kan stå ${all}.`,
		],
	],
	[
		'a missing key',
		'\t\t"title": "koordinator",\n',
		'',
		[
			'13: Indstillingen "Projektleder: Titel" mangler. Skriv "title" og et kolon og derefter svaret.',
		],
	],
	[
		'an unknown key in a group',
		'\t\t"phone": "+4511223344"',
		'\t\t"phone": "+4511223344",\n\t\t"mobil": "+4512345678"',
		[
			'18: "projectLead.mobil" er ikke en indstilling. Ret navnet, eller slet linjen. Her kan stå name, title, email, phone.',
		],
	],
	[
		'a key that stands twice',
		'"name": "Bodil Vang",',
		'"name": "Bodil Vang",\n\t\t"name": "Bodil Vang",',
		['15: "projectLead.name" står der to gange. Slet den ene af dem.'],
	],
	[
		'a phone without its country',
		'"+4511223344"',
		'"11223344"',
		['17: "11223344" kan ikke bruges i "Projektleder: Telefon". Skriv nummeret som +4512345678.'],
	],
	[
		'a phone with spaces',
		'"+4511223344"',
		'"+45 11 22 33 44"',
		[
			'17: "+45 11 22 33 44" kan ikke bruges i "Projektleder: Telefon". Skriv nummeret som +4512345678.',
		],
	],
	[
		'an e-mail that is none',
		'"bodil.vang@vagt.example"',
		'"bodil.vang.vagt.example"',
		[
			'16: "bodil.vang.vagt.example" kan ikke bruges i "Projektleder: E-mail". Skriv e-mailen som navn@eksempel.dk.',
		],
	],
	[
		'an address that is not safe',
		'"https://vagt.example/skov',
		'"http://vagt.example/skov',
		[
			'6: "http://vagt.example/skovkredsen" kan ikke bruges i "Myndigheden: Adresse på politi.dk". Skriv hele adressen. Den begynder med https://.',
		],
	],
	[
		'an empty text',
		'"Bodil Vang"',
		'" "',
		['14: Der står ikke noget i "Projektleder: Navn". Skriv det.'],
	],
	[
		'a number without quotes',
		'"koordinator"',
		'112',
		['15: "Projektleder: Titel" er ikke en tekst. Skriv en tekst mellem to ".'],
	],
	[
		'no municipality',
		/"municipalities": \[[^\]]*\]/,
		'"municipalities": []',
		['8: Der står ikke noget i "Kommuner". Skriv mindst ét navn.'],
	],
	[
		'an empty municipality',
		'"Egebæk"',
		'""',
		[
			'10: En linje i "Kommuner" er tom eller ikke en tekst. Skriv en tekst mellem to ", eller slet linjen.',
		],
	],
	[
		'a municipality that is no text',
		'"Egebæk"',
		'7',
		[
			'10: En linje i "Kommuner" er tom eller ikke en tekst. Skriv en tekst mellem to ", eller slet linjen.',
		],
	],
	[
		'an unknown choice of the editor',
		'"link": "github"',
		'"link": "word"',
		[
			'{changed}: "Redigering: Linket nederst på siderne" er ikke et af valgene. Skriv "editor" eller "github", eller null for ingenting.',
		],
	],
	[
		'a project at GitHub that is none',
		'"repository": "skovkredsen/nabohjaelp"',
		'"repository": "https://github.com/x/y"',
		[
			'{changed}: "https://github.com/x/y" kan ikke bruges i "Redigering: Projektet på GitHub". Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
		],
	],
	[
		'a privacy fact that is empty',
		'"retention": null',
		'"retention": ""',
		[
			'25: "Persondata: Opbevaring" er ikke en tekst. Skriv en tekst mellem to ", eller null, hvis svaret ikke kendes endnu.',
		],
	],
	[
		'a group that is a text',
		/"answering": \{[^}]*\}/,
		'"answering": "Bodil Vang"',
		[
			'{changed}: "Svar til ansøgere" skal indeholde flere indstillinger. Skriv dem mellem { og }: who, within.',
		],
	],
	[
		'alarms that go the same way as applications',
		'"alarm@nabo.example"',
		'"alarm@mail.Vagt.example"',
		[
			'{changed}: "alarm@mail.Vagt.example" hører til samme domæne som projektlederens e-mail. Skriv en postkasse på et andet domæne. Så når alarmerne frem, også når projektlederens e-mail ikke virker.',
		],
	],
	[
		'112, which was a setting once',
		'\t"accessibilityStatement"',
		'\t"emergency": {\n\t\t"number": "113"\n\t},\n\t"accessibilityStatement"',
		[
			`19: "emergency" er ikke en indstilling. Ret navnet, eller slet den og alt mellem dens { og }. Her kan stå ${all}.`,
		],
	],
	[
		'Word’s quotes',
		'"Bodil Vang"',
		'”Bodil Vang”',
		[
			'14: Linjen kan ikke læses. Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
		],
	],
	[
		'a line break in a text',
		'Bodil Vang',
		'Bodil\nVang',
		[
			'14: Linjen kan ikke læses. Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
			'15: Linjen kan ikke læses. Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
		],
	],
	[
		'several mistakes in its form',
		'"Bodil Vang",\n\t\t"title": "koordinator"',
		'"Bodil Vang"\n\t\t"title": koordinator',
		[
			'14: Der mangler et komma. Skriv et komma sidst på linjen.',
			'15: Linjen kan ikke læses. Skriv den som "name": "Navn" med lige anførselstegn, eller som "name": null. Brug ikke " eller \\ inde i teksten.',
		],
	],
	[
		'a bracket too few',
		/\n\}\n$/,
		'\n',
		[
			'{last}: Filen kan ikke læses. Hver { skal have en }, og hver [ skal have en ]. Er du i tvivl, så hent den tidligere udgave af filen tilbage.',
		],
	],
	[
		'a municipality that stands twice',
		'"Egebæk"',
		'"Egebæk",\n\t\t"Egebæk"',
		['11: "Egebæk" står to gange i "Kommuner". Slet den ene af dem.'],
	],
];

/** What is wrong, which file gets which name (none: it is gone), and what an editor is told of which file. */
const names: [string, string, string | undefined, string[]][] = [
	[
		'a page that is gone',
		'content/pages/persondata.mdx',
		undefined,
		['persondata.mdx 1: Siden mangler, og andre sider fører til den. Hent filen tilbage.'],
	],
	[
		'settings that are gone',
		settingsFile,
		undefined,
		['site.json 1: Filen med indstillinger mangler. Hent den tilbage.'],
	],
	[
		'a page with a name from Windows',
		'content/pages/persondata.mdx',
		'content/pages/Persondata (kopi).mdx',
		[
			'Persondata (kopi).mdx 1: Filnavnet "Persondata (kopi).mdx" kan ikke være en adresse. Brug kun små bogstaver fra a til z, tal og bindestreg. Skriv ae, oe og aa i stedet for æ, ø og å.',
			'persondata.mdx 1: Siden mangler, og andre sider fører til den. Hent filen tilbage.',
		],
	],
	[
		'a page of another kind',
		'content/pages/persondata.mdx',
		'content/pages/persondata.md',
		[
			'persondata.md 1: Filen bliver ikke til en side. Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
			'persondata.mdx 1: Siden mangler, og andre sider fører til den. Hent filen tilbage.',
		],
	],
	[
		'a page in a folder',
		'content/pages/persondata.mdx',
		'content/pages/jura/persondata.mdx',
		[
			'persondata.mdx 1: Filen bliver ikke til en side. Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
			'persondata.mdx 1: Siden mangler, og andre sider fører til den. Hent filen tilbage.',
		],
	],
	[
		'a page with the name of the editor',
		'content/pages/persondata.mdx',
		'content/pages/admin.mdx',
		[
			'admin.mdx 1: "admin" er adressen på noget andet. Giv siden en anden overskrift, eller filen et andet navn.',
			'persondata.mdx 1: Siden mangler, og andre sider fører til den. Hent filen tilbage.',
		],
	],
];

test('what Windows programs do to a file is no mistake', () => {
	const page = `\uFEFF${head}\n- Ring\u00a0112 👮‍♀️\n- Ring&nbsp;114\n`;
	for (const end of ['\n', '\r\n', '\r']) {
		expect(mistakesIn(reportOf({ page: page.replaceAll('\n', end) }))).toEqual([]);
	}
});

test('what is meant to be seen is no mistake', () => {
	const body =
		'Skriv \\*\\* og \\_ikke\\_ og fil_navn_her [se (mere) nedenfor].\n\n#1 er 2 * 3 | 4.\n';
	expect(mistakesIn(reportOf({ page: `${head}\n${body}` }))).toEqual([]);
});

for (const [what, from, to, told] of names) {
	test(`the content is refused with ${what}`, () => {
		const files = Object.fromEntries(
			Object.entries(content).flatMap(([file, text]) => {
				if (file !== from) return [[file, text]];
				return to === undefined ? [] : [[to, text]];
			}),
		);
		const { mistakes } = reportOf({ files });
		expect(
			mistakes.map(
				({ file, line, what: wrong, mend }) =>
					`${file.replace(/.*\//, '')} ${line}: ${wrong} ${mend}`,
			),
		).toEqual(told);
	});
}

for (const [what, body, told] of bodies) {
	test(`a text is refused with ${what}`, () => {
		expect(mistakesIn(reportOf({ page: `${head}\n${body}\n` }))).toEqual(told);
	});
}

for (const [what, page, told] of pages) {
	test(`a page is refused with ${what}`, () => {
		expect(mistakesIn(reportOf({ page }))).toEqual(told);
	});
}

for (const [what, from, to, told] of settings) {
	test(`the settings are refused with ${what}`, () => {
		const text = content[settingsFile] ?? '';
		const changed = text.replace(from, to);
		expect(changed, 'the test changes something').not.toBe(text);
		const lines = changed.trimEnd().split('\n');
		const at = lines.findIndex((line, index) => line !== text.split('\n')[index]);
		const expected = told.map((each) =>
			each.replace('{changed}', `${at + 1}`).replace('{last}', `${lines.length}`),
		);
		expect(mistakesIn(reportOf({ settings: changed }))).toEqual(expected);
	});
}

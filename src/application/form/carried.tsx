import { questionNames } from '#application/asking/questions.ts';
import { honeypot } from './honeypot.tsx';

/** What was posted, which goes along as it was written. */
export function Carried({ fields }: { fields: Readonly<Record<string, string>> }) {
	return (
		<>
			{[...questionNames, honeypot].map((name) => (
				<input type="hidden" name={name} value={fields[name] ?? ''} key={name} />
			))}
		</>
	);
}

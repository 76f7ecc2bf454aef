import type { Programme } from '#application/programme.ts';
import { PageHead } from './page-head.tsx';
import { ProjectLead } from './parts.tsx';

/** Replaces the form while the published site takes no applications. */
export function ClosedPage({
	title,
	closed,
	projectLead,
}: { title: string; closed: string | null } & Programme) {
	return (
		<>
			<PageHead title={title} intro={closed ?? 'Her kan du snart ansøge.'} scene="homes" />
			<div class="frame column flow">
				<p>
					{closed === null && 'Indtil da: '}Ring eller skriv til {projectLead.title}{' '}
					{projectLead.name}, hvis du vil være tryghedsambassadør eller høre mere.
				</p>
				<ProjectLead {...projectLead} />
			</div>
		</>
	);
}

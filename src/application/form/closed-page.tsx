import type { Programme } from '#application/programme.ts';
import { PageHead } from './page-head.tsx';
import { ProjectLead } from './project-lead.tsx';

/** In place of the form, while the published site may not take applications. */
export function ClosedPage({ title, projectLead }: { title: string } & Programme) {
	return (
		<>
			<PageHead title={title} intro="Du kan ikke ansøge her på siden endnu." />
			<div class="frame column flow">
				<p>Webstedet er ikke sat færdigt op, så formularen er lukket.</p>
				<p>Vil du være tryghedsambassadør? Så ring eller skriv til {projectLead.name}.</p>
				<ProjectLead {...projectLead} />
			</div>
		</>
	);
}

/**
 * The components that staff may use in `content/pages/*.mdx`, by their Danish names. Their attributes are described in
 * `src/content/schema/components.ts`.
 */
import ActionLink from '#components/content/ActionLink.astro';
import AccessibilityStatement from '#components/content/AccessibilityStatement.astro';
import CallCards from '#components/content/CallCards.astro';
import InShort from '#components/content/InShort.astro';
import Leaflet from '#components/content/Leaflet.astro';
import LeafletContact from '#components/content/LeafletContact.astro';
import Municipalities from '#components/content/Municipalities.astro';
import NextStep from '#components/content/NextStep.astro';
import Practical from '#components/content/Practical.astro';
import PrivacyFact from '#components/content/PrivacyFact.astro';
import ProjectLead from '#components/content/ProjectLead.astro';
import type { ComponentName } from '#content/schema/components.ts';

export const contentComponents = {
	Folder: Leaflet,
	FolderKontakt: LeafletContact,
	Knap: ActionLink,
	Kommuner: Municipalities,
	KortFortalt: InShort,
	NaesteSkridt: NextStep,
	Oplysning: PrivacyFact,
	Praktisk: Practical,
	Projektleder: ProjectLead,
	RingOp: CallCards,
	Tilgaengelighedserklaering: AccessibilityStatement,
} satisfies Record<ComponentName, unknown>;

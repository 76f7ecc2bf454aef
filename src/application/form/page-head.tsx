import type { ComponentChildren, ComponentType } from 'preact';
import { callsKeptWhole, headingSet } from '#application/typesetting.ts';

interface Props {
	title: string;
	intro?: string | undefined;
	/** What stands on the heath, to the right of the words. */
	scene?: ComponentType | undefined;
	/** What must be read before the heading. */
	children?: ComponentChildren;
}

/** The heading of every page but the front page, over its drawing: the sun of the front page's over the heath. */
export function PageHead({ title, intro, scene: Scene, children }: Props) {
	return (
		<div class="page-head">
			<div class="frame column flow">
				{children}
				<h1>{headingSet(title)}</h1>
				{intro !== undefined && <p class="intro">{callsKeptWhole(intro)}</p>}
			</div>
			<svg
				class="page-scene"
				viewBox="0 0 1440 200"
				width="360"
				height="50"
				fill="none"
				preserveAspectRatio="xMinYMax slice"
				aria-hidden="true"
			>
				<g class="fill-grain">
					<circle cx="164" cy="84" r="60" />
					<path d="M205 112q4 28 32 46-44-2-64-24z" />
				</g>
				<path class="fill-heath-far" d="M0 176q180-30 420-4t520 2 500-14v40H0z" />
				{Scene && <Scene />}
				<path class="fill-heath" d="M0 190q260-20 560-4t500-2 380-6v30H0z" />
			</svg>
		</div>
	);
}

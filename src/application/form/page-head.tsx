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

/** The heading of every page but the front page, over its drawing: the front page's bubble beside its figures. */
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
				viewBox="-226 0 1440 200"
				width="360"
				height="50"
				fill="none"
				preserveAspectRatio="xMaxYMax slice"
				aria-hidden="true"
			>
				<path class="fill-heath-far" d="M-226 176q180-30 420-4t520 2 500-14v40H-226z" />
				<path
					class="fill-grain"
					d="M972 24a60 60 0 1 1 0 120 60 60 0 0 1 0-120zM1012 110q2 24 24 40-36-2-54-20z"
				/>
				{Scene && <Scene />}
				<path class="fill-heath" d="M-226 190q260-20 560-4t500-2 380-6v30H-226z" />
			</svg>
		</div>
	);
}

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

/* Parts of the front page's drawing, for the headings of other pages, and what the bubble beside them says. */

/** A sign in the bubble. */
function Sign({ d }: { d: string }) {
	return <path class="stroke-ground" stroke-width="10" stroke-linecap="round" d={d} />;
}

/** Two who talk: what is it? */
export function People() {
	return (
		<>
			<Sign d="M953 68q0-20 19-20t19 18q0 16-19 22v6m0 22v.1" />
			<Two />
		</>
	);
}

/** Two who agree: it is done. */
export function Agreed() {
	return (
		<>
			<Sign d="M946 86l18 18 34-40" />
			<Two />
		</>
	);
}

function Two() {
	return (
		<>
			<path
				class="fill-person"
				d="M1080 188l4-52q2-14 18-14t18 14l4 52zM1102 91a13 13 0 1 1 0 26 13 13 0 0 1 0-26z"
			/>
			<path
				class="fill-person-two"
				d="M1140 188l4-46q2-14 18-14t18 14l4 46zM1162 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z"
			/>
		</>
	);
}

/** Who helps in trouble. */
export function Lighthouse() {
	return (
		<>
			<Sign d="M972 50v44m0 22v.1" />
			<path class="fill-house" d="M1112 190l5-102h22l5 102z" />
			<path class="fill-alarm" d="M1114.5 140l1.3-26h24.4l1.3 26zM1116 88v-16l12-12 12 12v16z" />
			<path class="fill-window" d="M1122 74h12v10h-12z" />
		</>
	);
}

/** Where people live. */
export function Homes() {
	return (
		<>
			<Sign d="M950 60q0 50 46 50m-53-44l14-10m26 60l14-12" />
			<path
				class="fill-house"
				d="M1090 190v-32l26-20 26 20v32zM1152 190v-26l20-16 20 16v26zM1028 190v-24l22-16 22 16v24z"
			/>
			<path class="fill-window" d="M1109 162h14v14h-14zM1165 170h12v11h-12zM1043 169h12v10h-12z" />
		</>
	);
}

/** Who posts a letter. */
export function Letterbox() {
	return (
		<>
			<Sign d="M944 66h56m-56 20h56m-56 20h30" />
			<path class="fill-person" d="M1090 190v-50h10v50z" />
			<path class="fill-alarm" d="M1063 150v-42q0-10 10-10h44q10 0 10 10v42z" />
			<path class="fill-house" d="M1075 114h40v6h-40z" />
			<path class="fill-grain" d="M1136 134h26v18h-26z" />
			<path
				class="fill-person-two"
				d="M1158 188l4-46q2-14 18-14t18 14l4 46zM1180 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z"
			/>
		</>
	);
}

/** A home behind its fence. */
export function Fence() {
	return (
		<>
			<Sign d="M956 80v-10q0-18 16-18t16 18v10m-24 4h20v26h-24v-26z" />
			<path class="fill-house" d="M1090 190v-46l34-28 34 28v46z" />
			<path class="fill-window" d="M1115 148h18v18h-18z" />
			<path
				class="stroke-grain"
				stroke-width="6"
				d="M1046 174h156M1054 192v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28"
			/>
		</>
	);
}

/** Two who are under way, one of them on wheels. */
export function Wheels() {
	return (
		<>
			<Sign d="M972 50v.1m-26 20h52m-26 0v20l-14 26m14-26l14 26" />
			<path
				class="fill-person"
				d="M1070 188l4-52q2-14 18-14t18 14l4 52zM1092 91a13 13 0 1 1 0 26 13 13 0 0 1 0-26z"
			/>
			<path
				class="fill-person-two"
				d="M1142 166v-26q0-14 14-14t14 14v12h22v34h-10v-20zM1156 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z"
			/>
			<circle class="stroke-grain" stroke-width="5" cx="1152" cy="168" r="18" />
		</>
	);
}

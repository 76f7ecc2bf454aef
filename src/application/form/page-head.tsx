import type { ComponentChildren } from 'preact';
import { breakable, nonBreaking } from '#application/typesetting.ts';

const person = 'M1080 188l4-52q2-14 18-14t18 14l4 52zM1102 91a13 13 0 1 1 0 26 13 13 0 0 1 0-26z';
const talking = [
	['fill-person', person],
	[
		'fill-person-two',
		'M1140 188l4-46q2-14 18-14t18 14l4 46zM1162 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z',
	],
] as const;

/** The parts of a drawing that differ between pages: the sign in the speech bubble, and the shapes beside it. */
interface Scene {
	sign: string;
	shapes: readonly (readonly [className: string, d: string, strokeWidth?: number])[];
}

const scenes = {
	/** Two people talk: what is it? */
	people: { sign: 'M953 68q0-20 19-20t19 18q0 16-19 22v6m0 22v.1', shapes: talking },
	/** Two people agree: it is done. */
	agreed: { sign: 'M946 86l18 18 34-40', shapes: talking },
	/** Help in trouble. */
	lighthouse: {
		sign: 'M972 50v44m0 22v.1',
		shapes: [
			['fill-house', 'M1112 190l5-102h22l5 102z'],
			['fill-alarm', 'M1114.5 140l1.3-26h24.4l1.3 26zM1116 88v-16l12-12 12 12v16z'],
			['fill-window', 'M1122 74h12v10h-12z'],
		],
	},
	/** Where people live. */
	homes: {
		sign: 'M950 60q0 50 46 50m-53-44l14-10m26 60l14-12',
		shapes: [
			[
				'fill-house',
				'M1090 190v-32l26-20 26 20v32zM1152 190v-26l20-16 20 16v26zM1028 190v-24l22-16 22 16v24z',
			],
			['fill-window', 'M1109 162h14v14h-14zM1165 170h12v11h-12zM1043 169h12v10h-12z'],
		],
	},
	/** Somebody posts a letter. */
	letterbox: {
		sign: 'M944 66h56m-56 20h56m-56 20h30',
		shapes: [
			['fill-person', 'M1090 190v-50h10v50z'],
			['fill-alarm', 'M1063 150v-42q0-10 10-10h44q10 0 10 10v42z'],
			['fill-house', 'M1075 114h40v6h-40z'],
			['fill-grain', 'M1136 134h26v18h-26z'],
			[
				'fill-person-two',
				'M1158 188l4-46q2-14 18-14t18 14l4 46zM1180 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z',
			],
		],
	},
	/** A home behind its fence. */
	fence: {
		sign: 'M956 80v-10q0-18 16-18t16 18v10m-24 4h20v26h-24v-26z',
		shapes: [
			['fill-house', 'M1090 190v-46l34-28 34 28v46z'],
			['fill-window', 'M1115 148h18v18h-18z'],
			[
				'stroke-grain',
				'M1046 174h156M1054 192v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28m20 28v-28',
				6,
			],
		],
	},
	/** Two people on their way, one of them on wheels. */
	wheels: {
		sign: 'M972 50v.1m-26 20h52m-26 0v20l-14 26m14-26l14 26',
		shapes: [
			[
				'fill-person',
				'M1070 188l4-52q2-14 18-14t18 14l4 52zM1092 91a13 13 0 1 1 0 26 13 13 0 0 1 0-26z',
			],
			[
				'fill-person-two',
				'M1142 166v-26q0-14 14-14t14 14v12h22v34h-10v-20zM1156 98a12 12 0 1 1 0 24 12 12 0 0 1 0-24z',
			],
			['stroke-grain', 'M1134 168a18 18 0 1 1 36 0 18 18 0 1 1-36 0z', 5],
		],
	},
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

interface Props {
	title: string;
	intro?: string | undefined;
	/** The drawing to the right of the text. */
	scene?: SceneName;
	/** Messages before the heading. */
	children?: ComponentChildren;
}

/** The heading of every page except the front page, above a drawing: a speech bubble and the shapes of a scene. */
export function PageHead({ title, intro, scene, children }: Props) {
	return (
		<div class="page-head">
			<div class="frame column flow">
				{children}
				<h1>{breakable(title)}</h1>
				{intro !== undefined && <p class="intro whitespace-pre-line">{nonBreaking(intro)}</p>}
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
				{scene && <Drawing {...scenes[scene]} />}
				<path class="fill-heath" d="M-226 190q260-20 560-4t500-2 380-6v30H-226z" />
			</svg>
		</div>
	);
}

function Drawing({ sign, shapes }: Scene) {
	return (
		<>
			<path class="stroke-ground" stroke-width="10" stroke-linecap="round" d={sign} />
			{shapes.map(([className, d, width]) => (
				<path class={className} stroke-width={width} d={d} key={d} />
			))}
		</>
	);
}

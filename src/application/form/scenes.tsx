/* Parts of the front page's drawing, for the headings of other pages. */

/** Two who talk. */
export function People() {
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
			<path
				class="fill-house"
				d="M1090 190v-32l26-20 26 20v32zM1152 190v-26l20-16 20 16v26zM1028 190v-24l22-16 22 16v24z"
			/>
			<path class="fill-window" d="M1109 162h14v14h-14zM1165 170h12v11h-12zM1043 169h12v10h-12z" />
		</>
	);
}

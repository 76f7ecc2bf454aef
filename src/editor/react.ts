import '@sveltia/cms';
import type { ComponentChild, createElement, VNode } from 'preact';

interface Part<Props, State> {
	readonly props: Props;
	readonly state: State;
	setState: (state: State) => void;
}
interface Definition<Props, State> {
	getInitialState?: (this: Part<Props, State>) => State;
	render: (this: Part<Props, State>) => ComponentChild;
}

/** Sveltia's React, documented for custom fields and preview templates. */
declare global {
	interface Window {
		h: typeof createElement;
		createClass: <Props, State>(definition: Definition<Props, State>) => (props: Props) => VNode;
	}
}

export const { h, createClass } = window;

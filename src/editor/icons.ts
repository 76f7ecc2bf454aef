/** The symbols that stand beside our components, by their names in the editor's typeface. */
export const icons = { holdingText: 'segment', standingAlone: 'widgets', table: 'table' } as const;

/**
 * Pages under `/ansoeg/` that only the functions show, filled in. They are built like every page and
 * then moved out of the published folder, so that nobody can open a receipt that nobody sent.
 */
export const templates = ['tjek', 'kvittering', 'fejl'] as const;

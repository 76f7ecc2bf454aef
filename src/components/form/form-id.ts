/**
 * The form's id. Its groups name it, though they stand inside it: QualWeb, which the Danish authority
 * checks websites with, knows no other way for a group that is not a direct child.
 */
export const formId = 'ansoegning';

import * as z from 'zod/mini';
import ruleset from '../../.github/ruleset.json' with { type: 'json' };
import { ask } from './ask.ts';
import { type Check, judged, must, type Result, should } from './check.ts';

/** The form is that of github/rest-api-description (octokit 29, 2026). */
const rulesForm = z.array(
	z.object({
		type: z.string(),
		parameters: z.optional(
			z.object({
				required_approving_review_count: z.optional(z.number()),
				require_code_owner_review: z.optional(z.boolean()),
				dismiss_stale_reviews_on_push: z.optional(z.boolean()),
				required_status_checks: z.optional(z.array(z.object({ context: z.string() }))),
			}),
		),
	}),
);

/** The checks that a pull request must pass. */
export const contexts = ruleset.rules.flatMap(({ parameters }) =>
	(parameters?.required_status_checks ?? []).map(({ context }) => context),
);

const again = 'Import .github/ruleset.json: docs/operations.md, step 4.';

const ruleChecks: readonly Check<z.infer<typeof rulesForm>>[] = [
	must(
		'Nothing gets into main without its code owners',
		(rules) =>
			rules.some(
				({ parameters: { required_approving_review_count: count = 0, ...rule } = {} }) =>
					count > 0 && rule.require_code_owner_review && rule.dismiss_stale_reviews_on_push,
			),
		again,
	),
	must(
		`Nothing gets into main without its checks: ${contexts.join(', ')}`,
		(rules) => {
			const required = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
			return contexts.every((name) => required.some(({ context }) => context === name));
		},
		again,
	),
	should(
		'Nobody can rewrite what is in main',
		(rules) => rules.some(({ type }) => type === 'non_fast_forward'),
		again,
	),
];

const ownerChecks: readonly Check<string>[] = [
	must(
		'CODEOWNERS names people',
		(file) => !file.includes('@OWNER'),
		'Write two teams of the organisation in place of @OWNER/…: docs/operations.md, step 4.',
	),
];

/**
 * Judges what GitHub's API says of the repository.
 *
 * @param repository `owner/name`
 * @param owners the text of CODEOWNERS
 */
export async function lookAtGithub(
	{ GITHUB_TOKEN: token }: NodeJS.Dict<string>,
	{ repository, owners }: { repository: string | null; owners: string },
	api = 'https://api.github.com',
): Promise<Result[]> {
	const rules = repository
		? await ask(`${api}/repos/${repository}/rules/branches/main`, token, rulesForm)
		: { why: 'Set editing.repository in content/settings/site.json.' };
	return [...judged(ownerChecks, { seen: owners }), ...judged(ruleChecks, rules)];
}

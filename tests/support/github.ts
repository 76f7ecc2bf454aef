import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { giveEditor } from './editor.ts';

export const repository = 'skovkredsen/nabohjaelp';
const files: Record<string, string> = Object.fromEntries(
	readdirSync('content', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(mdx|json)$/.test(file))
		.map((file) => [`content/${file}`, readFileSync(`content/${file}`, 'utf8')]),
);
const shaOf = (text: string) => createHash('sha1').update(text).digest('hex');

interface Commit {
	branch: { branchName: string };
	fileChanges: { additions: { path: string; contents: string }[]; deletions: unknown[] };
}

interface PullRequest {
	base: string;
	head: string;
	draft: boolean;
	title: string;
	labels: readonly string[];
}

const now = '2026-11-21T09:00:00Z';
const versionAt = (day: string) => ({
	oid: shaOf(day),
	author: { name: 'Bodil', email: '', user: null },
	committedDate: `${day}T08:00:00Z`,
});
/** The commit of `publish`. */
export const publishedCommit = versionAt('2026-11-22').oid;

/** GitHub's answer to a second pull request from one branch. */
const taken = {
	message: 'Validation Failed',
	errors: [{ message: `A pull request already exists for ${repository}.` }],
};

/** Stands in for GitHub, and records the changes. It has one pull request at a time. */
export class GitHub {
	readonly #published = { ...files };
	/** The commits on main, the newest first. */
	readonly #history = [versionAt('2026-11-20')];
	/** The branches beside main. */
	branches: string[] = [];
	readonly commits: Commit[] = [];
	/** The open pull requests. */
	pullRequests: PullRequest[] = [];
	/** Requests without an answer here. */
	readonly unknown: string[] = [];
	/** Branches with pull requests that colleagues opened after the editor. */
	readonly taken = new Set<string>();

	/** Gives the built editor a repository and answers its requests. */
	static async standIn(page: Page): Promise<GitHub> {
		const github = new GitHub();
		await giveEditor(page, () => ({ repository }));
		await page.route('https://api.github.com/**', (route) => github.#answer(route));
		await page.context().route('https://github.com/**', (route) => route.fulfill({ body: '' }));
		return github;
	}

	/** Merges the pull request, as a colleague does. */
	publish(): void {
		for (const { path } of this.#additions) this.#published[path] = this.textOf(path);
		this.pullRequests = [];
		this.branches = [];
		this.#history.unshift(versionAt('2026-11-22'));
	}

	/** The text of a file in the latest commit. */
	textOf(path: string): string {
		const { contents = '' } = this.#additions.find((each) => each.path === path) ?? {};
		return Buffer.from(contents, 'base64').toString('utf8');
	}

	get #additions() {
		return this.commits.at(-1)?.fileChanges.additions ?? [];
	}

	async #answer(route: Route): Promise<void> {
		const request = route.request();
		const { pathname } = new URL(request.url());
		const what = `${request.method()} ${pathname.replace(`/repos/${repository}`, '')}`;
		const body = (request.method() === 'POST' ? request.postDataJSON() : {}) as never;
		const found = what === 'POST /graphql' ? this.#query(body) : this.#rest(what, body);
		if (found === undefined) this.unknown.push(`${what} ${JSON.stringify(body)}`);
		await route.fulfill({
			status: found === undefined ? 404 : found === null ? 204 : found === taken ? 422 : 200,
			headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
			...(found ? { json: found } : {}),
		});
	}

	#rest(what: string, body: never): unknown {
		if (what === 'GET /user') return { id: 1, login: 'bodil', name: 'Bodil', html_url: '' };
		if (what === 'GET /collaborators/bodil') return null;
		if (what === 'GET ') return { permissions: { push: true }, default_branch: 'main' };
		if (what.startsWith('GET /git/trees/')) {
			return {
				tree: Object.entries(this.#published).map(([path, text]) => ({
					type: 'blob',
					path,
					sha: shaOf(text),
					size: text.length,
				})),
			};
		}
		if (what === 'POST /pulls') {
			if (this.taken.has((body as { head: string }).head)) return taken;
			this.pullRequests.push(body);
			return {
				number: 1,
				node_id: 'P',
				title: '',
				html_url: '',
				head: {},
				created_at: now,
				updated_at: now,
			};
		}
		const [pullRequest] = this.pullRequests;
		if (what === 'PATCH /pulls/1') return this.pullRequests.pop();
		if (what.startsWith('DELETE /git/refs/heads/')) {
			this.branches = this.branches.filter((name) => !what.endsWith(name));
			return null;
		}
		if (what === 'GET /issues/1') return { labels: [] };
		return /^(POST|PATCH) \/issues\/1/.test(what) && pullRequest
			? [Object.assign(pullRequest, body)]
			: undefined;
	}

	#query({ query, variables }: { query: string; variables: { input?: unknown } }): unknown {
		const data = (content: unknown) => ({ data: content });
		if (query.includes('createCommitOnBranch')) {
			this.commits.push(variables.input as Commit);
			const commit = { oid: 'c1', committedDate: now, file_0: { oid: 'f1' } };
			return data({ createCommitOnBranch: { commit } });
		}
		if (query.includes('createRef(')) {
			const { name } = variables.input as { name: string };
			if (this.taken.has(name.replace('refs/heads/', '')))
				return { errors: [{ message: `A ref named "${name}" already exists in the repository.` }] };
			this.branches.push(name);
			return data({ createRef: { ref: { name: '' } } });
		}
		if (query.includes('markPullRequestReadyForReview')) {
			for (const pullRequest of this.pullRequests) pullRequest.draft = false;
			return data({ markPullRequestReadyForReview: { pullRequest: { isDraft: false } } });
		}
		const [{ oid } = { oid: '' }] = this.#history;
		const head = { target: { oid, history: { nodes: [{ oid, message: '' }] } } };
		if (query.includes('fork: repository')) return data({ fork: { id: 'R' }, base: { ref: head } });
		if (query.includes('pullRequests(')) {
			const nodes = this.pullRequests.map((each) => this.#nodeOf(each));
			return data({ repository: { pullRequests: { totalCount: this.taken.size, nodes } } });
		}
		if (query.includes('defaultBranchRef')) {
			return data({ repository: { defaultBranchRef: { name: 'main' } } });
		}
		const aliased = [
			...query.matchAll(/(\w+_\d+): *(?:object\((\w+): "(?:[^":]*:)?([^"]*)"\)|ref\()/g),
		];
		if (aliased.length === 0) return data({ repository: { ref: head } });
		const answers = aliased.map(([, name = '', by, what = '']) => {
			const published = Object.values(this.#published).find((each) => shaOf(each) === what);
			const text = by === 'expression' ? this.textOf(what) : published;
			return [
				name,
				by
					? { oid: 'f1', text, isTruncated: false }
					: { target: { history: { nodes: this.#history } } },
			];
		});
		return data({ repository: Object.fromEntries(answers) as unknown });
	}

	#nodeOf({ head, draft, labels }: PullRequest) {
		return {
			id: 'P',
			number: 1,
			title: '',
			url: '',
			isDraft: draft,
			createdAt: now,
			updatedAt: now,
			headRefName: head,
			headRefOid: 'c1',
			author: { login: 'bodil' },
			labels: { nodes: labels.map((name) => ({ name })) },
			files: { nodes: this.#additions.map(({ path }) => ({ path, changeType: 'MODIFIED' })) },
		};
	}
}

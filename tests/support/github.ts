import { readdirSync, readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { giveEditor } from './editor.ts';

export const repository = 'skovkredsen/nabohjaelp';
const files: Record<string, string> = Object.fromEntries(
	readdirSync('content', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(mdx|json)$/.test(file))
		.map((file) => [`content/${file}`, readFileSync(`content/${file}`, 'utf8')]),
);
const shaOf = (path: string) => Buffer.from(path).toString('hex').padEnd(40, '0').slice(-40);

interface Commit {
	branch: { branchName: string };
	fileChanges: { additions: { path: string; contents: string }[]; deletions: unknown[] };
}

/** GitHub's answer to a second pull request from one branch. */
const taken = {
	message: 'Validation Failed',
	errors: [{ message: `A pull request already exists for ${repository}.` }],
};

/** Stands in for GitHub's API, and records the changes. */
export class GitHub {
	readonly branches: string[] = [];
	readonly commits: Commit[] = [];
	readonly pullRequests: { base: string; head: string; draft: boolean; title: string }[] = [];
	/** Requests without an answer here. */
	readonly unknown: string[] = [];
	/** Branches with pull requests that colleagues opened after the editor. */
	readonly taken = new Set<string>();

	/** Gives the built editor a repository and answers its requests. */
	static async standIn(page: Page): Promise<GitHub> {
		const github = new GitHub();
		await giveEditor(page, () => ({ repository }));
		await page.route('https://api.github.com/**', (route) => github.#answer(route));
		return github;
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
				tree: Object.entries(files).map(([path, text]) => ({
					type: 'blob',
					path,
					sha: shaOf(path),
					size: text.length,
				})),
			};
		}
		if (what === 'POST /pulls') {
			if (this.taken.has((body as { head: string }).head)) return taken;
			this.pullRequests.push(body);
			const now = '2026-11-21T09:00:00Z';
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
		return what === 'POST /issues/1/labels' ? [{}] : undefined;
	}

	#query({ query, variables }: { query: string; variables: { input?: unknown } }): unknown {
		const data = (content: unknown) => ({ data: content });
		if (query.includes('createCommitOnBranch')) {
			this.commits.push(variables.input as Commit);
			const commit = { oid: 'c1', committedDate: '2026-11-21T09:00:00Z', file_0: { oid: 'f1' } };
			return data({ createCommitOnBranch: { commit } });
		}
		if (query.includes('createRef(')) {
			const { name } = variables.input as { name: string };
			if (this.taken.has(name.replace('refs/heads/', '')))
				return { errors: [{ message: `A ref named "${name}" already exists in the repository.` }] };
			this.branches.push(name);
			return data({ createRef: { ref: { name: '' } } });
		}
		const head = { target: { oid: 'c0', history: { nodes: [{ oid: 'c0', message: '' }] } } };
		if (query.includes('fork: repository')) return data({ fork: { id: 'R' }, base: { ref: head } });
		if (query.includes('pullRequests(')) {
			return data({ repository: { pullRequests: { totalCount: this.taken.size, nodes: [] } } });
		}
		if (query.includes('defaultBranchRef')) {
			return data({ repository: { defaultBranchRef: { name: 'main' } } });
		}
		const aliased = [...query.matchAll(/(\w+_\d+): *(?:object\(oid: "(\w+)"|ref\()/g)];
		if (aliased.length === 0) return data({ repository: { ref: head } });
		const author = { name: 'Bodil', email: '', user: null };
		const history = { nodes: [{ author, committedDate: '2026-11-21T09:00:00Z' }] };
		const answers = aliased.map(([, name = '', sha]) => {
			const path = Object.keys(files).find((each) => shaOf(each) === sha);
			return [name, path ? { text: files[path], isTruncated: false } : { target: { history } }];
		});
		return data({ repository: Object.fromEntries(answers) as unknown });
	}
}

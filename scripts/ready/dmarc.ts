/** The DMARC records on the way up from the domain that sends, the longest name first, each with its one record. */
export type Walk = readonly { name: string; record: string }[];

export interface Dmarc {
	/** The domain whose record applies. */
	name: string;
	record: string;
	policy: 'none' | 'quarantine' | 'reject';
	/** Domains that reports are sent to. */
	reportTo: readonly string[];
}

/**
 * Finds the policy that applies to a domain (RFC 9989, 4.10): its own record, or else that of its organizational
 * domain. There is no `pct` any more, and `t=y` asks receivers to apply the next lower policy.
 *
 * @returns `null` if there is no record
 */
export function dmarcOf(sender: string, walk: Walk): Dmarc | null {
	const own = walk.find(({ name }) => name === sender);
	const applies = own ?? organizational(walk);
	if (!applies) return null;
	const { name, record } = applies;
	const wanted = own ? tag(record, 'p') : (tag(record, 'sp') ?? tag(record, 'p'));
	const policies = ['none', 'quarantine', 'reject'] as const;
	const strength = Math.max(
		policies.findIndex((policy) => policy === wanted),
		0,
	);
	const applied = tag(record, 't') === 'y' ? Math.max(strength - 1, 0) : strength;
	return {
		name,
		record,
		policy: policies[applied] ?? 'none',
		reportTo: [...(tag(record, 'rua') ?? '').matchAll(/mailto:[^@,]+@([^,!]+)/g)].map(
			([, domain = '']) => domain.trim(),
		),
	};
}

/** RFC 9989, 4.10.2: a record with `psd=n`, or one below `psd=y`, or else the one with the shortest name. */
function organizational(walk: Walk) {
	const marked = walk.find(({ record }) => tag(record, 'psd') === 'n');
	if (marked) return marked;
	const suffix = walk.findIndex(({ record }) => tag(record, 'psd') === 'y');
	return suffix > 0 ? walk[suffix - 1] : walk.at(-1);
}

/** The value of a tag, in lower case, without spaces around it. */
export function tag(record: string, name: string): string | undefined {
	return new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;]+)`, 'i')
		.exec(record)?.[1]
		?.trim()
		.toLowerCase();
}

/** The domain of an address, with or without a name in front of it; empty where it has none. */
export function domainOf(address: string): string {
	return /@([^@\s>]+)>?\s*$/.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Whether a domain is `parent`, or lies under it. */
export function isUnder(domain: string, parent: string): boolean {
	return domain === parent || domain.endsWith(`.${parent}`);
}

/** Whether two addresses are run by the same people, so that what keeps e-mail from one keeps it from the other. */
export function sharesDomain(one: string, other: string): boolean {
	const [first, second] = [domainOf(one), domainOf(other)];
	return isUnder(first, second) || isUnder(second, first);
}

/** The domain of an address, also in `Name <address>`; empty where there is none. */
export function domainOf(address: string): string {
	return /@([^@\s>]+)>?\s*$/.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Whether a domain is `parent` or one of its subdomains. */
export function isUnder(domain: string, parent: string): boolean {
	return domain === parent || domain.endsWith(`.${parent}`);
}

/** Whether one domain is the other or its subdomain: a fault that stops e-mail to one then stops it to both. */
export function sharesDomain(one: string, other: string): boolean {
	const [first, second] = [domainOf(one), domainOf(other)];
	return isUnder(first, second) || isUnder(second, first);
}

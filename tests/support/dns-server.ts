import { createServer, Packet, type Resource } from 'dns2';

/** How a name server answers a question: with records, or in one of the ways to fail. */
export type Answer = readonly Partial<Resource>[] | 'refused' | 'silent';

/** What a name server knows, by `TYPE name`. A name that is not there does not exist. */
export type Zone = Readonly<Record<string, Answer>>;

const { TYPE, RCODE } = Packet;

export const ns = (host: string) => ({ type: TYPE.NS, ns: host });
export const mx = (exchange: string) => ({ type: TYPE.MX, exchange, priority: 10 });
export const caa = (tag: 'issue' | 'iodef', value: string) => ({
	type: TYPE.CAA,
	flags: 0,
	tag,
	value,
});
/** A long text lies in DNS in pieces. */
export const txt = (text: string) => ({ type: TYPE.TXT, data: text.match(/.{1,255}/g) ?? [''] });

/** A name server on this machine, and what it was asked. */
export async function openNameServer(zone: Zone) {
	const asked: string[] = [];
	const server = createServer({
		udp: true,
		handle: (request, send) => {
			const [question] = request.questions;
			if (!question) return;
			const type = Object.entries(TYPE).find(([, code]) => code === question.type)?.[0] ?? '';
			asked.push(`${type} ${question.name}`);
			const answer = zone[`${type} ${question.name}`];
			if (answer === 'silent') return;
			const response = Packet.createResponseFromRequest(request);
			if (answer === undefined) response.header.rcode = RCODE.NXDOMAIN;
			else if (answer === 'refused') response.header.rcode = RCODE.REFUSED;
			else {
				response.answers = answer.map((each) => Packet.createResourceFromQuestion(question, each));
			}
			void send(response);
		},
	});
	const { udp } = await server.listen({ udp: { port: 0, address: '127.0.0.1' } });
	return { address: `127.0.0.1:${udp?.port}`, asked, close: () => server.close() };
}

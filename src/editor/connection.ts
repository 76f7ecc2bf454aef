const host = 'https://api.github.com/';

/** Says in words what the editor would show in English: that GitHub does not answer, or asks who we are. */
export function explainConnection(): void {
	const send = window.fetch.bind(window);
	window.fetch = async (input, init) => {
		const address = input instanceof Request ? input.url : String(input);
		if (!address.startsWith(host)) return send(input, init);
		let response;
		try {
			response = await send(input, init);
		} catch (cause) {
			throw new TypeError('Der er ikke forbindelse til GitHub. Prøv igen om lidt.', { cause });
		}
		if (response.status !== 401) return response;
		return Response.json(
			{
				message:
					'Du er ikke længere logget ind. Åbn editoren i en ny fane, og log ind. Tryk så på ”Gem” igen.',
			},
			{ status: 401 },
		);
	};
}

const PAUSE = 25;
const PATIENCE = 30_000;

/** Asks again and again until the answer is neither false nor null nor undefined, and gives it. Rejects after 30 s. */
export async function until<T>(
	ask: () => T | Promise<T>,
	complaint: string | (() => string),
): Promise<Exclude<T, false | null | undefined>> {
	const end = performance.now() + PATIENCE;
	for (;;) {
		const answer = await ask();
		if (answer !== false && answer !== null && answer !== undefined)
			return answer as Exclude<T, false | null | undefined>;
		if (performance.now() > end) throw new Error(typeof complaint === "string" ? complaint : complaint());
		await new Promise((done) => setTimeout(done, PAUSE));
	}
}

import { sendMessage } from "./messaging.ts";

/** People are shown how far a reading is once they have waited so long, and then so often. Milliseconds. */
const PATIENCE = 300;
const EVERY = 100;

/** A name for a reading that nobody can guess. Pages without https have no crypto.randomUUID. */
export function readingId(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** Tells what share of a reading is done, 0..1 and never less than before; returns what ends that. */
export function followReading(id: string, tell: (share: number) => void): () => void {
	let most = 0;
	let timer = setTimeout(look, PATIENCE);
	let isOver = false;

	async function look(): Promise<void> {
		// Where the background has just died, the reading is asked for once more and this is soon answered.
		const answer = await sendMessage("readingProgress", { id }).catch(() => null);
		if (isOver) return;
		if (answer?.ok) most = Math.max(most, answer.value);
		tell(most);
		timer = setTimeout(look, EVERY);
	}

	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}

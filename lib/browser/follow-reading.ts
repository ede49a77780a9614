import { request } from "./client.ts";
import { type Answer, type Data, sendMessage } from "./messaging.ts";

/** People are shown how far a reading is once they have waited so long, and then so often. Milliseconds. */
const PATIENCE = 300;
const EVERY = 100;
/** A reading of which the background knows nothing so many times in a row was lost on the way there or back. */
const LOST = 20;
/** So often it is then asked for again. */
const TRIES = 3;

/** A name for a reading that nobody can guess. Pages without https have no crypto.randomUUID. */
export function readingId(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** Asks for the reading of a picture, tells how it goes, and asks again where browsers have lost the request or the answer. */
export async function requestReading(
	reading: Data<"readPicture"> & { readonly id: string },
	tell: (share: number) => void,
): Promise<Answer<"readPicture">> {
	for (let tries = 1; ; tries++) {
		let lose = () => {};
		const lost = new Promise<null>((resolve) => {
			lose = () => resolve(null);
		});
		const stop = followReading(reading.id, tell, tries < TRIES ? lose : () => {});
		try {
			const answer = await Promise.race([request("readPicture", reading), lost]);
			if (answer) return answer;
		} finally {
			stop();
		}
	}
}

/**
 * Tells what share of a reading is done, 0..1 and never less than before, and whether the background knows nothing of it
 * for long; returns what ends that.
 */
export function followReading(id: string, tell: (share: number) => void, onLost = () => {}): () => void {
	let most = 0;
	let unknown = 0;
	let timer = setTimeout(look, PATIENCE);
	let isOver = false;

	async function look(): Promise<void> {
		// Where the background has just died, the reading is asked for once more and this is soon answered.
		const answer = await sendMessage("readingProgress", { id }).catch(() => null);
		if (isOver) return;
		if (answer?.ok) {
			unknown = answer.value === null ? unknown + 1 : 0;
			most = Math.max(most, answer.value ?? 0);
		}
		tell(most);
		if (unknown === LOST) onLost();
		timer = setTimeout(look, EVERY);
	}

	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}

import { browser } from "wxt/browser";
import { type Answer, type Data, type RequestType, sendMessage } from "./messaging.ts";

/** How long to wait before asking again, after each time that nobody answered. Milliseconds. */
const PAUSES = [0, 100, 400, 1000];

/** A glance at storage or at a page: the background answers it within a moment. Milliseconds. */
const MOMENT = 2000;

/** Ink may wait for its model to be loaded, or for other readings. Milliseconds. */
const WHILE = 8000;

/**
 * What is answered soon or never: browsers lose a request or its answer when they stop the background, and say nothing.
 * Readings of pictures and measurements take their time; what must not be done twice is asked for once.
 */
const PATIENCE: Partial<Record<RequestType, number>> = {
	countImage: MOMENT,
	openFrame: MOMENT,
	takeTask: MOMENT,
	cancelReading: MOMENT,
	correctReading: MOMENT,
	readInk: WHILE,
	readGlyph: WHILE,
};

export interface Insistence {
	/** How long to wait before asking again, after each time. Milliseconds. */
	readonly pauses?: readonly number[];
	/** How long to wait for an answer before asking again; for ever where it is undefined. Milliseconds. */
	readonly patience?: number | undefined;
}

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then rejects or is
 * never answered; asking again wakes it. Asking twice does no harm: readings change nothing but what is kept under their
 * name, and a correction made again is the same. Rejects when nobody answers in spite of all that, or can ever answer
 * again.
 */
export async function request<K extends RequestType>(
	type: K,
	data: Data<K>,
	{ pauses = PAUSES, patience = PATIENCE[type] }: Insistence = {},
): Promise<Answer<K>> {
	const ask = () => within(sendMessage(type, data), patience);
	for (const pause of pauses) {
		try {
			return await ask();
		} catch (error) {
			if (isOrphan()) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return ask();
}

/** An answer, unless it does not come within so many milliseconds: then it rejects. */
async function within<T>(answer: Promise<T>, patience: number | undefined): Promise<T> {
	if (patience === undefined) return answer;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("Nobody has answered.")), patience);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Whether this script outlived its extension, which was updated, reloaded or switched off: nothing answers it any more. */
export function isOrphan(): boolean {
	return browser.runtime?.id === undefined;
}

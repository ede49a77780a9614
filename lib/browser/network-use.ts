import * as v from "valibot";
import type { Outcome } from "../protocol.ts";
import { soundOr } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

/** What the extension asked of the network since it was installed. */
export interface NetworkUse {
	/** Images that a page loaded once more, since the person asked about them and the page could not look at them. */
	readonly images: number;
	/** Everything else; there is no such thing, and this number is there to prove it. */
	readonly others: number;
}

const count = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const COUNTS = v.object({ images: count, others: count });

export const networkUse = stored<NetworkUse>("local:networkUse", soundOr(COUNTS, { images: 0, others: 0 }));

function increment(kind: keyof NetworkUse): Promise<void> {
	return navigator.locks.request("networkUse", async () => {
		const use = await networkUse.getValue();
		await networkUse.setValue({ ...use, [kind]: use[kind] + 1 });
	});
}

/** Counts an image that the page loads once more because the person asked about it. */
export async function countImage(): Promise<Outcome<null>> {
	await increment("images");
	return { ok: true, value: null };
}

/**
 * Counts every request to the network that this context makes, by the browser's own record of them (Resource Timing),
 * whatever code made it.
 */
export function countOtherRequests(): void {
	new PerformanceObserver((list) => {
		for (const { name } of list.getEntries()) if (/^(?:https?|wss?):/.test(name)) void increment("others");
	}).observe({ type: "resource", buffered: true });
}

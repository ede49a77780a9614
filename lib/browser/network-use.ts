import * as v from "valibot";
import { soundOr } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

/** What the extension asked of the network since it was installed. */
export interface NetworkUse {
	/** Images that the person asked about and that the page would not let be looked at. */
	readonly images: number;
	/** Everything else; there is no such thing, and this number is there to prove it. */
	readonly others: number;
}

const count = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const COUNTS = v.object({ images: count, others: count });

export const networkUse = stored<NetworkUse>("local:networkUse", soundOr(COUNTS, { images: 0, others: 0 }));

/** Addresses that this context fetches because the person asked. */
const asked = new Set<string>();

function increment(kind: keyof NetworkUse): Promise<void> {
	return navigator.locks.request("networkUse", async () => {
		const use = await networkUse.getValue();
		await networkUse.setValue({ ...use, [kind]: use[kind] + 1 });
	});
}

/** Fetches an image that the person asked about, and counts it. */
export async function fetchAsked(address: string, how: RequestInit): Promise<Response> {
	asked.add(new URL(address).href);
	await increment("images");
	return fetch(address, how);
}

/**
 * Counts every request to the network that this context makes without having been asked, by the browser's own record
 * of them (Resource Timing), whatever code made it.
 */
export function countOtherRequests(): void {
	new PerformanceObserver((list) => {
		for (const { name } of list.getEntries())
			if (/^(?:https?|wss?):/.test(name) && !asked.has(name)) void increment("others");
	}).observe({ type: "resource", buffered: true });
}

import { type ReadonlySignal, signal } from "@preact/signals";
import type { Watchable } from "./stored.ts";

/** A stored value as a signal that follows it, whoever changes it, for as long as the page lives. */
export async function watched<T>(item: Watchable<T>): Promise<ReadonlySignal<T>> {
	const value = signal<T>(await item.getValue());
	item.watch((next) => {
		value.value = next;
	});
	return value;
}

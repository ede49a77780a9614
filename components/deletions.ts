import { type ReadonlySignal, signal } from "@preact/signals";
import { t } from "../lib/browser/language.ts";
import { createSaving } from "./saving.ts";

export interface DeletionEffects<Item> {
	/** What is kept, the newest first. */
	readonly kept: ReadonlySignal<readonly Item[]>;
	readonly forget: (id: string) => Promise<void>;
	readonly forgetAll: () => Promise<void>;
	readonly remember: (...items: readonly Item[]) => Promise<void>;
}

/** Deletes what is kept, and brings back what was deleted last. */
export function createDeletions<Item extends { readonly id: string }>(effects: DeletionEffects<Item>) {
	const { kept, forget, forgetAll, remember } = effects;
	const { unsaved, follow } = createSaving(t("error.changeNotKept"));
	/** What was deleted last and can be brought back. */
	const deleted = signal<readonly Item[]>([]);

	async function gone(items: readonly Item[], deleting: Promise<void>): Promise<void> {
		deleted.value = items;
		if (!(await follow(deleting))) deleted.value = [];
	}
	return {
		deleted: deleted as ReadonlySignal<readonly Item[]>,
		/** Why the last change is not kept; null when it is. */
		unsaved,
		follow,
		remove: (item: Item) => gone([item], forget(item.id)),
		/** Deletes all, or those of them that may go. */
		removeAll: (which: (item: Item) => boolean = () => true) => gone(kept.value.filter(which), forgetAll()),
		async undo(): Promise<void> {
			if (await follow(remember(...deleted.value))) deleted.value = [];
		},
	};
}

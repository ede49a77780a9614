import { type ReadonlySignal, signal } from "@preact/signals";

/** Watches over what a page saves: where there is no room for it, people are told. */
export function createSaving(sentence: string) {
	const unsaved = signal<string | null>(null);
	return {
		/** The sentence, when the last thing that was saved is not kept; null when it is. */
		unsaved: unsaved as ReadonlySignal<string | null>,
		/** Whether it is kept. */
		async follow(saving: Promise<unknown>): Promise<boolean> {
			try {
				await saving;
				unsaved.value = null;
				return true;
			} catch {
				// Told anew, also to what shows it already: what was changed there has to be shown as it was.
				unsaved.value = null;
				unsaved.value = sentence;
				return false;
			}
		},
	};
}

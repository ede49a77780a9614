import { type ReadonlySignal, signal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";

/** Nobody waits for what is saved, but where there is no room for it people are told. */
export function createSaving() {
	const unsaved = signal<string | null>(null);
	return {
		/** Why something is gone when the popup closes; null when nothing is. */
		unsaved: unsaved as ReadonlySignal<string | null>,
		follow(saving: Promise<unknown>): void {
			saving.then(
				() => {
					unsaved.value = null;
				},
				() => {
					unsaved.value = t("popup.notSaved");
				},
			);
		},
	};
}

import { type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import { browser } from "wxt/browser";
import { mendSettings, type Settings } from "../settings.ts";
import { soundOr } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

const kept = stored("local:settings", mendSettings);

/** What the person has set. Everyone asks for it anew or watches it, so that a choice holds at once. */
export const getSettings = kept.getValue;

/** The settings as a signal that follows them, whoever changes them, for as long as the page lives. */
export async function watchSettings(): Promise<ReadonlySignal<Settings>> {
	const settings = signal(await getSettings());
	kept.watch((next) => {
		settings.value = next;
	});
	return settings;
}

/** Changes some settings and leaves the others as they are; one change at a time, whoever makes it. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
	return navigator.locks.request("settings", async () => kept.setValue(change(await getSettings())));
}

/** Chooses the model that reads. */
export function chooseModel(model: string): Promise<void> {
	return changeSettings((settings) => ({ ...settings, model }));
}

/** Why another model than the chosen one reads at the moment, as a sentence for the person; null when all is well. */
export const modelTrouble = stored<string | null>(
	"session:modelTrouble",
	soundOr(v.nullable(v.string()), null),
);

/** Keeps all that is stored from the scripts in web pages, where the browser would show it to them (Chrome). */
export async function hideStorageFromPages(): Promise<void> {
	await browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

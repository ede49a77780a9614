import { browser } from "wxt/browser";
import { storage } from "wxt/utils/storage";
import { DEFAULT_MODEL } from "../models/catalogue.ts";

/** Id of the model that reads. Everyone asks for it anew or watches it, so that a choice holds at once. */
export const chosenModel = storage.defineItem<string>("local:model", { fallback: DEFAULT_MODEL, version: 1 });

/** Why another model than the chosen one reads at the moment, as a sentence for the person; null when all is well. */
export const modelTrouble = storage.defineItem<string | null>("session:modelTrouble", { fallback: null });

/** Keeps all that is stored from the scripts in web pages, where the browser would show it to them (Chrome). */
export async function hideStorageFromPages(): Promise<void> {
	await browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

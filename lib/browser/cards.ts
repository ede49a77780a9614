import { browser } from "wxt/browser";
import type { ModelCard } from "../models/card.ts";

/** The card of a model in the package; null when it has none. */
export async function fetchCard(id: string): Promise<ModelCard | null> {
	try {
		// WXT types the paths that it knows at build time; models are data.
		const response = await fetch(browser.runtime.getURL(`/models/${id}/card.json` as "/"));
		return response.ok ? await response.json() : null;
	} catch {
		// Chrome answers a missing file of an extension with a network error.
		return null;
	}
}

import { browser } from "wxt/browser";
import type { ModelCard } from "../models/card.ts";

/** The card of a model in the package; null when it has none. */
export function fetchCard(id: string): Promise<ModelCard | null> {
	return fetchPackaged<ModelCard>(`/models/${id}/card.json`);
}

/** Pictures of the validation digits that the cards mention, by index, as `encodeGlyph` writes them. */
export async function fetchDigitPictures(): Promise<Readonly<Record<string, string>>> {
	return (await fetchPackaged<Record<string, string>>("/models/digits.json")) ?? {};
}

/** Validation digits to look at and compare with: for each digit some, as `encodeGlyph` writes them. */
export async function fetchExamples(): Promise<readonly (readonly string[])[]> {
	return (await fetchPackaged<string[][]>("/models/examples.json")) ?? [];
}

async function fetchPackaged<T>(path: string): Promise<T | null> {
	try {
		// WXT types the paths that it knows at build time; models are data.
		const response = await fetch(browser.runtime.getURL(path as "/"));
		return response.ok ? await response.json() : null;
	} catch {
		// Chrome answers a missing file of an extension with a network error.
		return null;
	}
}

import { browser } from "wxt/browser";
import type { Shown } from "../../components/popup/popup-state.ts";
import { request } from "../../lib/browser/client.ts";
import { requestReading } from "../../lib/browser/follow-reading.ts";
import type { OpenedPicture } from "../../lib/browser/saved-pad.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import type { Following } from "../../lib/tasks/batches.ts";

/** What is shown in the popup, as a model reads it that need not be the chosen one. */
export async function readWith(shown: Shown, model: string): Promise<Outcome<Reading>> {
	if ("strokes" in shown) return request("readInk", { ...shown, model });
	if ("glyph" in shown) return request("readGlyph", { ...shown, model });
	const outcome = await request("readPicture", { picture: asData(shown.picture), model });
	return outcome.ok ? { ok: true, value: outcome.value.reading } : outcome;
}

/** Reads a picture that was opened here; a new one is kept among the past readings, but nothing of private windows. */
export async function readOpened(
	{ url, name, id, digits }: OpenedPicture,
	isNew: boolean,
	{ signal, onProgress }: Required<Pick<Following, "signal" | "onProgress">>,
) {
	signal.addEventListener("abort", () => void request("cancelReading", { id }).catch(() => {}));
	const keep = isNew && !(await browser.windows.getCurrent()).incognito;
	const expected = digits !== undefined && { digits };
	return requestReading({ picture: asData(url), id, ...expected, ...(keep && { keepAs: name }) }, onProgress);
}

const asData = (url: string) => ({ kind: "data", url }) as const;

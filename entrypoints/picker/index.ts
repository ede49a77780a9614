import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { request } from "../../lib/browser/client.ts";
import { learnLastWords } from "../../lib/browser/last-words.ts";
import { onMessage } from "../../lib/browser/messaging.ts";
import type { Pick } from "../../lib/protocol.ts";
import { canShow } from "./frame.ts";
import { perform } from "./perform.ts";
import { beginSession } from "./session.ts";
import { applySettings } from "./settings.ts";

/** The background died if it has not said by then what is to be done. Milliseconds. */
const PATIENCE = 400;

export default defineUnlistedScript(() => {
	globalThis.digitLensWaits?.();
	const stop = onMessage("pick", async (pick) => {
		begin(pick);
		return { ok: true, value: null };
	});
	const timer = setTimeout(async () => {
		const answer = await request("takeTask", {}).catch(() => null);
		if (answer?.ok && answer.value) begin(answer.value);
	}, PATIENCE);
	globalThis.digitLensWaits = () => {
		stop();
		clearTimeout(timer);
	};

	function begin({ id, task, settings }: Pick): void {
		globalThis.digitLensWaits?.();
		// A background that was stopped may not know that it has said it already.
		if (globalThis.digitLensPick === id) return;
		globalThis.digitLensPick = id;
		if (!canShow()) return void request("cannotShow", { why: "sandbox" });
		applySettings(settings);
		learnLastWords();
		perform(task, beginSession());
	}
});

import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { onMessage } from "../../lib/browser/messaging.ts";
import { perform } from "./perform.ts";
import { beginSession } from "./session.ts";
import { applySettings } from "./settings.ts";

export default defineUnlistedScript(() => {
	const session = beginSession();
	const stop = onMessage("pick", async ({ task, settings }) => {
		stop();
		applySettings(settings);
		perform(task, session);
		return { ok: true, value: null };
	});
	session.signal.addEventListener("abort", stop);
});

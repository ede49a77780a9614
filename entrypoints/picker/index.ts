import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { onMessage } from "../../lib/browser/messaging.ts";
import { perform } from "./perform.ts";
import { obey } from "./settings.ts";
import { beginStay } from "./stay.ts";

export default defineUnlistedScript(() => {
	const stay = beginStay();
	const stop = onMessage("pick", async ({ task, settings }) => {
		stop();
		obey(settings);
		perform(task, stay);
		return { ok: true, value: null };
	});
	stay.signal.addEventListener("abort", stop);
});

import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { beginTalk } from "./begin-talk.ts";

/** What stands in the frame over a page. It waits for the picker, which alone knows the token that it was opened with. */
export default defineUnlistedScript(() => {
	const token = location.hash.slice(1) || window.name;
	addEventListener("message", function meet(event) {
		const { data, ports } = event;
		const [port] = ports;
		if (token === "" || data !== token || !port) return;
		removeEventListener("message", meet);
		// Where the background's answer was lost it was asked again, and this script came twice.
		event.stopImmediatePropagation();
		beginTalk(port);
	});
});

import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { beginTalk } from "./begin-talk.ts";

/** What stands in the frame over a page. It waits for the picker, which alone knows the token that it was opened with. */
export default defineUnlistedScript(() => {
	const token = location.hash.slice(1) || window.name;
	addEventListener("message", function meet({ data, ports: [port] }) {
		if (token === "" || data !== token || !port) return;
		removeEventListener("message", meet);
		beginTalk(port);
	});
});

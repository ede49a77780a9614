import { computed } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { createPadState } from "../../components/pad/pad-state.ts";
import { WelcomePage } from "../../components/welcome/welcome-page.tsx";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { watchSettings } from "../../lib/browser/settings.ts";

const [settings, commands] = await Promise.all([watchSettings(), listCommands()]);
const keysOf = (command: string) => commands.find(({ name }) => name === command)?.keys ?? "";

const pad = createPadState({
	read: (strokes) => request("readInk", { strokes }),
	save: () => {},
	settings: computed(() => settings.value.pad),
});

markLanguage(document.documentElement);
document.title = t("welcome.title");
render(
	<WelcomePage
		pad={pad}
		doubtBelow={computed(() => settings.value.panel.doubtBelow)}
		picture="/welcome.svg"
		keys={{ popup: keysOf("_execute_action"), region: keysOf("select-region") }}
		onClose={() => window.close()}
		onOptions={() => void browser.runtime.openOptionsPage()}
	/>,
	document.getElementById("root")!,
);

// Browsers put no script of an extension into its own pages: the page fetches the picker itself when its menu opens.
document.addEventListener("contextmenu", () => {
	const script = document.createElement("script");
	script.src = "/picker.js";
	script.onload = () => script.remove();
	document.head.append(script);
});

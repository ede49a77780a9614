import { computed } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { createPadState } from "../../components/pad/pad-state.ts";
import { WelcomePage } from "../../components/welcome/welcome-page.tsx";
import { besidePage } from "../../lib/browser/beside-page.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { watchPinned } from "../../lib/browser/pinned.ts";
import { watchSettings } from "../../lib/browser/settings.ts";
import { tryInPage } from "./tried-in-page.ts";

const [settings, commands, openBeside] = await Promise.all([watchSettings(), listCommands(), besidePage()]);
const keysOf = (command: string) => commands.find(({ name }) => name === command)?.keys ?? "";

const pad = createPadState({
	read: (strokes) => request("readInk", { strokes }),
	save: () => {},
	settings: computed(() => settings.value.pad),
});

const pinned = watchPinned();
const tried = tryInPage();
const done = computed(() => ({
	pin: pinned.value,
	draw: Boolean(pad.reading.value?.text),
	read: tried.read.value,
	select: tried.select.value,
}));

/** Ends in the pad: the popup, else the pad beside the page, else the one that is here. */
async function begin(): Promise<void> {
	const ways = [() => browser.action.openPopup(), ...(openBeside ? [openBeside] : [])];
	for (const open of ways) {
		try {
			return await open();
		} catch {
			// Older versions of Chrome open no popup for an extension.
		}
	}
	document.querySelector(".welcome-pad")?.scrollIntoView({ block: "center" });
}

markLanguage(document.documentElement);
document.title = t("welcome.title");
render(
	<WelcomePage
		pad={pad}
		doubtBelow={computed(() => settings.value.panel.doubtBelow)}
		done={done}
		picture="/welcome.svg"
		note="/note.svg"
		isFirefox={import.meta.env.FIREFOX}
		onBegin={() => void begin()}
		keys={{ popup: keysOf("_execute_action"), region: keysOf("select-region") }}
		onClose={() => window.close()}
		onOptions={() => void browser.runtime.openOptionsPage()}
	/>,
	document.getElementById("root")!,
);

import { browser } from "wxt/browser";
import { startPicker } from "../../lib/browser/inject.ts";
import { DRAW_HERE, READ_IMAGE, SELECT_REGION } from "../../lib/browser/menus.ts";
import { tell } from "../../lib/browser/notice.ts";
import type { Outcome, PickTask } from "../../lib/protocol.ts";

interface Tab {
	readonly id?: number;
	readonly url?: string;
}

/** A click on an item of the context menu. */
export async function onMenu(
	click: { readonly menuItemId: string | number; readonly srcUrl?: string },
	tab: Tab | undefined,
): Promise<void> {
	switch (click.menuItemId) {
		case READ_IMAGE:
			return pickOrTell(tab, { kind: "element", address: click.srcUrl });
		case SELECT_REGION:
			return pickOrTell(tab, { kind: "region" });
		case DRAW_HERE:
			return pickOrTell(tab, { kind: "draw" });
	}
}

const COMMANDS: Readonly<Record<string, PickTask>> = {
	"select-region": { kind: "region" },
	"same-region": { kind: "again" },
};

/** A keyboard command. */
export async function onCommand(command: string, tab: Tab | undefined): Promise<void> {
	const task = COMMANDS[command];
	if (task) await pickOrTell(tab ?? (await activeTab()), task);
}

/** The popup's button: the sentence goes back to the popup, which shows it. */
export async function selectRegion(): Promise<Outcome<null>> {
	return startPicker((await activeTab()) ?? {}, { kind: "region" });
}

async function pickOrTell(tab: Tab | undefined, task: PickTask): Promise<void> {
	const started = await startPicker(tab ?? {}, task);
	if (!started.ok) await tell(started.sentence, tab?.id);
}

async function activeTab(): Promise<Tab | undefined> {
	const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
	return tab;
}

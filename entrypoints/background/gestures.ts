import { browser } from "wxt/browser";
import { startPicker } from "../../lib/browser/inject.ts";
import { t } from "../../lib/browser/language.ts";
import { DRAW_HERE, READ_HERE, SELECT_REGION } from "../../lib/browser/menus.ts";
import type { Data, Sender } from "../../lib/browser/messaging.ts";
import { tell } from "../../lib/browser/notice.ts";
import { pendingTask } from "../../lib/browser/pending-task.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import type { Outcome, Pick, PickTask } from "../../lib/protocol.ts";

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
		case READ_HERE:
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
	return start((await activeTab()) ?? {}, { kind: "region" });
}

async function pickOrTell(tab: Tab | undefined, task: PickTask): Promise<void> {
	const started = await start(tab ?? {}, task);
	if (!started.ok) await tell(started.sentence, tab?.id);
}

/** Notes what is asked for, and forgets it when the page has it, or cannot have it. */
async function start(tab: Tab, task: PickTask, id: string = crypto.randomUUID()): Promise<Outcome<null>> {
	const { id: tabId, url } = tab;
	const pending = tabId !== undefined && {
		id,
		tabId,
		task,
		at: Date.now(),
		...(url !== undefined && { url }),
	};
	// Both are on their way before this worker can die: the picker asks for its task where nobody brings it.
	// Where there is no room for the note, the task is done without one.
	const noted = pending ? pendingTask.setValue(pending).catch(() => {}) : Promise.resolve();
	const started = await startPicker(tab, task, id);
	await noted;
	await forget(id);
	return started;
}

async function forget(id: string): Promise<void> {
	if ((await pendingTask.getValue())?.id === id) await pendingTask.removeValue();
}

/** After this long nobody waits any more for what was asked: it is not done out of the blue. Milliseconds. */
const PATIENCE = 30_000;

/** So long the picker, where it is in the page already, has to ask for the task itself. Milliseconds. */
const GRACE = 1000;

/**
 * Looks, when the background starts, for what the one before died on, and does it; where it is too late for that, says
 * so.
 */
export async function resume(grace = GRACE): Promise<void> {
	const found = await pendingTask.getValue();
	if (!found) return;
	await new Promise((resolve) => setTimeout(resolve, grace));
	const pending = await pendingTask.getValue();
	if (pending?.id !== found.id) return;
	const { id, tabId, url, task, at } = pending;
	// Who has left the page wants nothing there any more. Of pages that may not be seen no address is told.
	const tab = await browser.tabs.get(tabId).catch(() => null);
	if (!tab || (url !== undefined && tab.url !== url)) return forget(id);
	const isLate = Date.now() - at > PATIENCE;
	const started = isLate
		? ({ ok: false, sentence: t("closed.interrupted") } as const)
		: await start({ id: tabId, ...(url !== undefined && { url }) }, task, id);
	await forget(id);
	if (!started.ok) await tell(started.sentence, tabId);
}

/**
 * Hands the picker in a tab what was asked for there. It is not forgotten at once: this answer may be lost with this
 * worker, and the picker, which knows what it has begun, asks again.
 */
export async function takeTask(_: unknown, { tab }: Sender): Promise<Outcome<Pick | null>> {
	const pending = await pendingTask.getValue();
	if (!pending || pending.tabId !== tab?.id) return { ok: true, value: null };
	const { pad, panel } = await getSettings();
	setTimeout(() => void forget(pending.id), GRACE);
	return { ok: true, value: { id: pending.id, task: pending.task, settings: { pad, panel } } };
}

/** Says in the popup that nothing can be shown in a page. */
export async function cannotShow({ why }: Data<"cannotShow">, { tab }: Sender): Promise<Outcome<null>> {
	await tell(why === "sandbox" ? t("closed.sandbox") : t("closed.taken"), tab?.id);
	return { ok: true, value: null };
}

async function activeTab(): Promise<Tab | undefined> {
	const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
	return tab;
}

import { browser } from "wxt/browser";
import { t } from "./language.ts";

/** A keyboard command of the extension. */
export interface Command {
	readonly name: string;
	readonly description: string;
	/** As the browser writes the keys; empty when none are set. */
	readonly keys: string;
}

/** Every keyboard command, with the keys that it has now. */
export async function listCommands(): Promise<readonly Command[]> {
	const commands = await browser.commands.getAll();
	return commands.map(({ name = "", description, shortcut = "" }) => ({
		name,
		description: name === "_execute_action" ? t("menu.open") : (description ?? name),
		keys: shortcut,
	}));
}

/** Opens the browser's own page where keys are changed; false where it can only be opened by hand. */
export async function openKeySettings(): Promise<boolean> {
	// Firefox has this since 137; Chrome instead lets an extension open its address.
	const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
	if (openShortcutSettings) await openShortcutSettings();
	else if (import.meta.env.FIREFOX) return false;
	else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
	return true;
}

import { browser } from "wxt/browser";

/** The keys of every command by its name, as the browser writes them; a command without keys has none. */
export async function commandKeys(): Promise<Readonly<Record<string, string>>> {
	const commands = await browser.commands.getAll();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}

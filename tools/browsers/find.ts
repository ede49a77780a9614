import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export type Family = "chromium" | "firefox";

/** Names under which Linux distributions install a browser on the PATH. */
const COMMANDS: Record<Family, readonly string[]> = {
	chromium: [
		"chromium",
		"chromium-browser",
		"google-chrome-stable",
		"google-chrome",
		"microsoft-edge",
		"brave-browser",
	],
	firefox: ["firefox-esr", "firefox"],
};

const MAC_APPS: Record<Family, readonly string[]> = {
	chromium: ["Chromium", "Google Chrome", "Google Chrome for Testing", "Microsoft Edge", "Brave Browser"],
	firefox: ["Firefox", "Firefox Developer Edition"],
};

const WINDOWS_FILES: Record<Family, readonly string[]> = {
	chromium: [
		"Chromium/Application/chrome.exe",
		"Google/Chrome/Application/chrome.exe",
		"Microsoft/Edge/Application/msedge.exe",
		"BraveSoftware/Brave-Browser/Application/brave.exe",
	],
	firefox: ["Mozilla Firefox/firefox.exe"],
};

/** The variable that names a browser by hand. */
export const OVERRIDE: Record<Family, string> = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" };

/** Path of an installed browser that can run the extension, or undefined when there is none. */
export function findBrowser(family: Family): string | undefined {
	return [process.env[OVERRIDE[family]], ...installed(family), ...playwright(family)].find(
		(path) => path && existsSync(path),
	);
}

/** Path of a command, or undefined when it is not installed. */
export function findCommand(name: string): string | undefined {
	return (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}

function installed(family: Family): (string | undefined)[] {
	if (process.platform === "darwin")
		return MAC_APPS[family].flatMap((app) =>
			["/Applications", join(homedir(), "Applications")].map((folder) =>
				join(folder, `${app}.app`, "Contents", "MacOS", family === "firefox" ? "firefox" : app),
			),
		);
	if (process.platform === "win32") {
		const { PROGRAMFILES, LOCALAPPDATA, "PROGRAMFILES(X86)": X86 } = process.env;
		const folders = [PROGRAMFILES, X86, LOCALAPPDATA].filter((folder) => folder !== undefined);
		return WINDOWS_FILES[family].flatMap((file) => folders.map((folder) => join(folder, file)));
	}
	return COMMANDS[family].map(findCommand);
}

/** Chromium as Playwright keeps it. Its Firefox is left out: it does not speak WebDriver BiDi. */
function playwright(family: Family): string[] {
	if (family === "firefox") return [];
	const cache = {
		darwin: join(homedir(), "Library", "Caches", "ms-playwright"),
		win32: join(process.env.LOCALAPPDATA ?? "", "ms-playwright"),
	}[process.platform as string];
	const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? cache ?? join(homedir(), ".cache", "ms-playwright");
	const builds = existsSync(root) ? readdirSync(root).filter((name) => /^chromium-\d+$/.test(name)) : [];
	const files = [
		"chrome-linux/chrome",
		"chrome-linux64/chrome",
		"chrome-win/chrome.exe",
		"chrome-mac/Chromium.app/Contents/MacOS/Chromium",
	];
	return builds.flatMap((build) => files.map((file) => join(root, build, file)));
}

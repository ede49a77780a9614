import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import {
	Browser,
	detectBrowserPlatform,
	getInstalledBrowsers,
	install,
	resolveBuildId,
} from "@puppeteer/browsers";
import { type Family, findBrowser, findCommand, OVERRIDE } from "./find.ts";

const DEBIAN_PACKAGE: Record<Family, string> = { chromium: "chromium", firefox: "firefox-esr" };
const DOWNLOAD: Record<Family, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };
const CACHE = join(homedir(), ".cache", "puppeteer");

/**
 * Path of a browser that can run the extension; installs one where there is none: Debian's own as root on
 * Debian, else a download for this user alone. Rejects with a sentence that says what to do.
 */
export async function ensureBrowser(family: Family): Promise<string> {
	const found = findBrowser(family) ?? (await downloaded(family));
	if (found) return found;
	if (isRootOnDebian()) {
		installPackages([DEBIAN_PACKAGE[family], "fonts-dejavu-core"]);
		const path = findBrowser(family);
		if (path) return path;
	}
	return download(family);
}

/** Installs the commands of a desktop without a screen (Linux). Throws a sentence where it cannot. */
export function ensureCommands(packages: Readonly<Record<string, string>>): void {
	const missing = Object.keys(packages).filter((command) => !findCommand(command));
	if (missing.length === 0) return;
	const names = missing.map((command) => packages[command]!);
	if (!isRootOnDebian())
		throw new Error(
			`${missing.join(", ")} not found. Install ${names.join(", ")} (sudo apt-get install ${names.join(" ")}).`,
		);
	installPackages(names);
}

function isRootOnDebian(): boolean {
	if (process.getuid?.() !== 0 || !findCommand("apt-get")) return false;
	return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installPackages(names: readonly string[]): void {
	console.log(`Installing ${names.join(", ")}`);
	const options: ExecFileSyncOptions = {
		stdio: ["ignore", "ignore", "inherit"],
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	};
	execFileSync("apt-get", ["update", "-qq"], options);
	execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], options);
}

async function downloaded(family: Family): Promise<string | undefined> {
	const kept = await getInstalledBrowsers({ cacheDir: CACHE }).catch(() => []);
	return kept.find(({ browser }) => browser === DOWNLOAD[family])?.executablePath;
}

async function download(family: Family): Promise<string> {
	const browser = DOWNLOAD[family];
	const platform = detectBrowserPlatform();
	try {
		if (!platform) throw new Error(`There is no ready-made ${browser} for this system.`);
		console.log(`Downloading ${browser} into ${CACHE}`);
		const buildId = await resolveBuildId(browser, platform, "stable");
		return (await install({ browser, buildId, platform, cacheDir: CACHE })).executablePath;
	} catch (cause) {
		const name = family === "chromium" ? "Chromium, Chrome, Edge or Brave" : "Firefox";
		throw new Error(
			`No ${name} was found and none could be downloaded. Install one, or set ${OVERRIDE[family]} to its program file.`,
			{ cause },
		);
	}
}

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of a folder that has a package.json and a lockfile of its own, unless they are there: what
 * few need, so that nobody else downloads it. Throws when npm cannot.
 *
 * @param what they are and how large, for the person who waits
 */
export function installOnDemand(folder: string, what: string): void {
	if (existsSync(join(folder, "node_modules/.package-lock.json"))) return;
	console.error(`Installing ${what}, once.`);
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	execFileSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
		cwd: folder,
		stdio: ["ignore", "ignore", "inherit"],
		shell: process.platform === "win32",
	});
}

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of the packages that the bench compares with. */
export const PEERS = join(import.meta.dirname, "node_modules");

/** Installs the peers unless they are there. Throws when npm cannot. */
export function installPeers(): void {
	if (existsSync(join(PEERS, ".package-lock.json"))) return;
	console.error("Installing the peers to compare with, about 200 MB, once.");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	execFileSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
		cwd: import.meta.dirname,
		stdio: ["ignore", "ignore", "inherit"],
		shell: process.platform === "win32",
	});
}

import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findBrowser, findCommand } from "../../../../tools/browsers/find.ts";

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "find-"));
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

async function program(name: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, "");
	await chmod(path, 0o755);
	return path;
}

it("takes the browser that a variable names", async () => {
	const path = await program("my-browser");
	vi.stubEnv("CHROME_PATH", path);
	vi.stubEnv("FIREFOX_PATH", path);
	expect(findBrowser("chromium")).toBe(path);
	expect(findBrowser("firefox")).toBe(path);
});

it("passes over a variable that names nothing", async () => {
	vi.stubEnv("CHROME_PATH", join(folder, "gone"));
	expect(findBrowser("chromium")).not.toBe(join(folder, "gone"));
});

it.runIf(process.platform === "linux")("looks for commands on the PATH, in its order", async () => {
	const path = await program("chromium");
	vi.stubEnv("PATH", `${join(folder, "nowhere")}:${folder}:${process.env.PATH}`);
	expect(findBrowser("chromium")).toBe(path);
	expect(findCommand("chromium")).toBe(path);
	expect(findCommand("no such command")).toBeUndefined();
});

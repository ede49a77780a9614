import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROME_BUILD } from "./browsers.ts";

/**
 * A copy of the build that knows Spanish alone, so that every browser speaks it. Browsers choose the language by
 * their own, and most have only one: Chromium needs a file of its own words for every other (`locales/es.pak`).
 */
export async function spanishBuild(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), "digit-lens-es-"));
	await cp(CHROME_BUILD, folder, { recursive: true });
	await rm(join(folder, "_locales/en"), { recursive: true });
	const file = join(folder, "manifest.json");
	const manifest = JSON.parse(await readFile(file, "utf8"));
	await writeFile(file, JSON.stringify({ ...manifest, default_locale: "es" }));
	return { folder, remove: () => rm(folder, { recursive: true }) };
}

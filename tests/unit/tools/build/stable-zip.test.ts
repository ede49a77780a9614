import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { expect, it } from "vitest";
import { packageFolder } from "../../../../tools/build/licences.ts";
import { stabiliseZip } from "../../../../tools/build/stable-zip.ts";

it("makes the same files the same bytes, whenever and in whatever order they were packed", () => {
	const folder = mkdtempSync(join(tmpdir(), "zip-"));
	const pack = (files: Zippable, mtime: Date) => {
		const path = join(folder, "a.zip");
		writeFileSync(path, zipSync(files, { mtime }));
		stabiliseZip(path);
		return readFileSync(path);
	};
	const [a, b] = [strToU8("first"), strToU8("second")];
	const packed = pack({ "b/a.txt": a, "a.txt": b }, new Date(2020, 1, 2));
	expect(packed.equals(pack({ "a.txt": b, "b/a.txt": a }, new Date(2026, 3, 4)))).toBe(true);
	expect(unzipSync(packed)).toEqual({ "a.txt": b, "b/a.txt": a });
	rmSync(folder, { recursive: true });
});

it("knows the package of a module", () => {
	const root = process.cwd();
	expect(packageFolder(`${root}/node_modules/preact/hooks/dist/hooks.mjs`)).toBe(
		`${root}/node_modules/preact`,
	);
	expect(packageFolder(`\0${root}/node_modules/@preact/signals/dist/signals.mjs?commonjs`)).toBe(
		`${root}/node_modules/@preact/signals`,
	);
	expect(packageFolder(`${root}/lib/glyph.ts`)).toBeNull();
	expect(packageFolder("virtual:wxt-background-entrypoint")).toBeNull();
});

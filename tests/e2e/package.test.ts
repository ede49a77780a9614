import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CHROME_BUILD, FIREFOX_BUILD } from "./harness/browsers.ts";

const run = promisify(execFile);

/** Some of the packages whose code is in every build; what else is in it the build finds out itself. */
const BUNDLED = [
	"@tensorflow/tfjs-core",
	"comlink",
	"fflate",
	"preact",
	"valibot",
	"webextension-polyfill",
	"wxt",
];

const CHROME_PANEL = { default_path: "sidepanel.html" };
const FIREFOX_PANEL = { default_panel: "sidepanel.html", open_at_install: false };

describe.each([
	["Chromium", CHROME_BUILD],
	["Firefox", FIREFOX_BUILD],
])("the package for %s", (_, build) => {
	const manifest = async () => JSON.parse(await readFile(join(build, "manifest.json"), "utf8"));

	it("asks for what it needs, for no site, and runs nothing on pages by itself", async () => {
		const shipped = await manifest();
		expect([...shipped.permissions].sort()).toEqual([
			"activeTab",
			"contextMenus",
			"scripting",
			...(build === CHROME_BUILD ? ["sidePanel"] : []),
			"storage",
		]);
		// In Firefox the frame over a page is a page of the extension, at an address that no page knows.
		const accessible =
			build === FIREFOX_BUILD ? [{ resources: ["frame.html"], matches: ["<all_urls>"] }] : undefined;
		expect(shipped.web_accessible_resources).toEqual(accessible);
		expect(shipped.optional_permissions).toEqual(["clipboardWrite"]);
		for (const key of [
			"host_permissions",
			"optional_host_permissions",
			"content_scripts",
			"externally_connectable",
		])
			expect(shipped, key).not.toHaveProperty(key);
	});

	it("can stand beside the page, and does not open there by itself", async () => {
		const { side_panel, sidebar_action } = await manifest();
		expect([side_panel, sidebar_action]).toEqual(
			build === CHROME_BUILD
				? [CHROME_PANEL, undefined]
				: [undefined, expect.objectContaining(FIREFOX_PANEL)],
		);
	});

	it("runs no code but its own", async () => {
		const { content_security_policy: policy } = await manifest();
		const allowed = new Set<string>(policy.extension_pages.split(/; | /));
		for (const loose of ["*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'"])
			expect(allowed).not.toContain(loose);
		expect(policy.extension_pages).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
	});

	it("brings the licence of every package that it was made from", async () => {
		const text = await readFile(join(build, "licences.txt"), "utf8");
		const sections = text.split(/^={80}\n(?=\S)/m).filter(Boolean);
		expect(sections[0]).toContain("MIT License");
		const names = sections.map((section) => section.split(" ")[0]);
		expect(names).toEqual(expect.arrayContaining(BUNDLED));
		for (const section of sections) expect(section.length, section.slice(0, 80)).toBeGreaterThan(250);
		for (const part of ["XNNPACK", "CC BY-SA 3.0", "Mozilla Public License", "Apache License"])
			expect(text).toContain(part);
		expect(text).not.toMatch(/undefined|\[object|<copyright holders>/);
	});

	it("opens its popup with two files of at most 60 KB of code, compressed", async () => {
		const page = await readFile(join(build, "popup.html"), "utf8");
		const scripts = [...page.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, path]) => path!);
		// A page waits for the number of its files: one that starts it, and all the rest in one.
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.length).toBeLessThanOrEqual(2);
		const code = await Promise.all(scripts.map((path) => readFile(join(build, path))));
		const bytes = code.reduce((sum, file) => sum + gzipSync(file).length, 0);
		expect(bytes).toBeLessThanOrEqual(60_000);
	});

	it("has its name and every icon", async () => {
		const { name, icons } = await manifest();
		expect(name).toBe("Digit Lens");
		expect(Object.keys(icons)).toEqual(expect.arrayContaining(["16", "32", "48", "128"]));
		for (const [side, path] of Object.entries<string>(icons)) {
			const png = await readFile(join(build, path));
			// The width stands in the IHDR chunk (PNG specification, 11.2.1).
			expect(png.readUInt32BE(16)).toBe(Number(side));
		}
	});
});

it("passes Mozilla's linter", async () => {
	const { stdout } = await run(
		process.execPath,
		["node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", FIREFOX_BUILD, "--output", "json"],
		{ maxBuffer: 2 ** 26 },
	).catch((failure: { stdout: string }) => failure);
	const { errors, warnings } = JSON.parse(stdout);
	expect(errors).toEqual([]);
	// Preact sets innerHTML where it is told to, and nothing here tells it to.
	const ours = warnings.filter(({ code }: { code: string }) => code !== "UNSAFE_VAR_ASSIGNMENT");
	expect(ours).toEqual([]);
}, 300_000);

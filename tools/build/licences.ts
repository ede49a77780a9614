import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import spdx from "spdx-license-list/full.js";
import type { Plugin } from "vite";

/** What a package says of itself. */
interface Package {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly author?: string | { readonly name: string };
	readonly homepage?: string;
	readonly repository?: string | { readonly url: string };
}

/** Folders of the packages of which code is in a bundle. Entrypoints are built one after the other in one process. */
const bundled = new Set<string>();

/** Notes whose code comes into a bundle. */
export function noteLicences(): Plugin {
	return {
		name: "note-licences",
		generateBundle(_, bundle) {
			for (const output of Object.values(bundle)) {
				if (output.type !== "chunk") continue;
				for (const [path, { renderedLength }] of Object.entries(output.modules)) {
					const folder = renderedLength > 0 && packageFolder(path);
					if (folder) bundled.add(folder);
				}
			}
		},
	};
}

/** The folder of the package that a module belongs to; null of our own. */
export function packageFolder(path: string): string | null {
	const match = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(path);
	return match && existsSync(join(match[1]!, "package.json")) ? match[1]! : null;
}

/**
 * The licences and notices of everything that is in the package: of ourselves, of the packages that were bundled so
 * far, and of what came in otherwise (`tools/build/notices.txt`). Throws when a package has no licence.
 */
export function licences(root: string): string {
	const own = readFileSync(join(root, "LICENSE"), "utf8");
	const others = readFileSync(join(root, "tools/build/notices.txt"), "utf8");
	const packages = [...bundled].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1));
	const unique = [...new Map(packages.map((entry) => [entry.title, entry])).values()];
	return [section("Digit Lens", own), others, ...unique.map(({ title, text }) => section(title, text))].join(
		"\n",
	);
}

function licenceOf(folder: string): { readonly title: string; readonly text: string } {
	const content: Package = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const { name, version, license = "", homepage, repository } = content;
	const source = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
	const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
	const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8"));
	if (!files.some((file) => /^(licen[cs]e|copying)/i.test(file))) texts.unshift(standardText(content));
	return { title: `${name} ${version} (${license})`, text: [source, ...texts].filter(Boolean).join("\n\n") };
}

/** The text of a licence that a package only names. */
function standardText({ name, license, author }: Package): string {
	const text = license && spdx[license]?.licenseText;
	if (!text) throw new Error(`The package ${name} has no licence: see what it is before it is shipped.`);
	const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
	return text.replace("<year> <copyright holders>", holder);
}

function section(title: string, text: string): string {
	return `${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n\n${text.trim()}\n`;
}

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPTIONAL_PERMISSIONS, PERMISSIONS } from "../../components/options/permissions.ts";

const DOCUMENTS = [
	"README.md",
	"ARCHITECTURE.md",
	"CONTRIBUTING.md",
	"PRIVACY.md",
	"SECURITY.md",
	"CHANGELOG.md",
	"STORE.md",
] as const;

/** Made by commands, or beside the repository. */
const NOT_HERE = /^(\.output|\.\.\/shared|docs\/store)\b/;

const read = (path: string) => readFileSync(path, "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** What stands between backticks, blocks of code included. */
function code(text: string): string[] {
	const blocks = Array.from(text.matchAll(/^```\w*\n(.*?)^```/gms), ([, block]) => block.split("\n")).flat();
	const spans = Array.from(text.replace(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g), ([, span]) => span);
	return [...blocks, ...spans];
}

/** Names of files and folders: with a slash in them, or with the ending of a file of this repository. */
const isPath = (word: string) =>
	/^[\w.-]+(\/[\w.-]+)*\/?$/.test(word) &&
	(/^[\w.-]+\//.test(word) || /\.(ts|tsx|mjs|json|yml|md|css)$/.test(word)) &&
	!NOT_HERE.test(word);

describe.each(DOCUMENTS)("%s", (document) => {
	const text = read(document);

	it("names files that are there", () => {
		const links = Array.from(text.matchAll(/(?:\]\(|src="|srcset=")([^)"#\s]+)/g), ([, to]) => to);
		const own = links.filter((to) => !/^[a-z]+:/.test(to));
		const bare = Array.from(text.matchAll(/\b[A-Z]{4,}\.md\b/g), ([name]) => name);
		const named = [...code(text).filter(isPath), ...own, ...bare];
		expect(named.filter((path) => !existsSync(path))).toEqual([]);
	});

	it("names commands that are there", () => {
		const commands = code(text).flatMap((line) =>
			Array.from(line.matchAll(/npm (?:run (?:--silent )?)([\w:-]+)/g), ([, script]) => script),
		);
		expect(commands.filter((script) => !(script in scripts))).toEqual([]);
	});
});

it("the documents name something at all", () => {
	expect(code(read("ARCHITECTURE.md")).filter(isPath).length).toBeGreaterThan(30);
	expect(read("README.md")).toContain("npm run check");
});

it.each(["README.md", "PRIVACY.md"] as const)("%s says why each permission is asked for", (document) => {
	const named = code(read(document));
	expect(
		[...PERMISSIONS, ...OPTIONAL_PERMISSIONS].filter((permission) => !named.includes(permission)),
	).toEqual([]);
});

it("every command has its line in a document", () => {
	const all = DOCUMENTS.map(read).join("\n");
	const inner = ["postinstall", "format", "icons"];
	const missing = Object.keys(scripts).filter(
		(script) => !inner.includes(script) && !new RegExp(`npm (?:run (?:--silent )?)?${script}\\b`).test(all),
	);
	expect(missing).toEqual([]);
});

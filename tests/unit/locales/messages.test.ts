import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, it } from "vitest";

const LANGUAGES = globSync("locales/*.yml").map((file) => basename(file, ".yml"));

/** What is written alike in every language. */
const ALIKE = new Set([
	"direction",
	// Names of the field.
	...["relu", "dropout", "softmax", "logit", "mnist", "pendigits", "optdigits", "omniglot", "f1"].map(
		(term) => `lab.glossary.${term}.word`,
	),
]);

/** The messages of a language by key, without those that browsers have themselves. */
async function messagesIn(language: string) {
	const messages = await parseMessagesFile(`locales/${language}.yml`);
	return new Map(
		messages
			.map((message) => [message.key.join("."), message] as const)
			.filter(([key]) => !key.startsWith("@@")),
	);
}

const english = await messagesIn("en");

it("speaks Spanish beside English", () => {
	expect(LANGUAGES.sort()).toEqual(["en", "es"]);
});

it.each(LANGUAGES.filter((language) => language !== "en"))(
	"has every sentence also in: %s",
	async (language) => {
		const other = await messagesIn(language);
		expect([...other.keys()]).toEqual([...english.keys()]);
		expect(other.get("language")).toMatchObject({ message: language });
		for (const [key, message] of english) {
			const its = other.get(key)!;
			const needs = (of: typeof message) => ({
				forms: of.type === "plural" ? Object.keys(of.plurals) : of.type,
				named: of.namedSubstitutions.toSorted(),
				numbered: of.substitutions,
				marks: textOf(of)
					.match(/<\/?\w+>/g)
					?.toSorted(),
			});
			expect(needs(its), key).toEqual(needs(message));
			const mayBeAlike = ALIKE.has(key) || !hasWords(textOf(message));
			expect(mayBeAlike || textOf(its) !== textOf(message), `${key} is not translated`).toBe(true);
		}
	},
);

function textOf(message: NonNullable<ReturnType<(typeof english)["get"]>>): string {
	return message.type === "plural" ? Object.values(message.plurals).join(" ") : (message.message ?? "");
}

/** Whether there is more to it than values and marks. */
const hasWords = (text: string) => /\p{L}/u.test(text.replace(/\{\w+\}|<\/?\w+>/g, ""));

it("has no sentence that nobody says, and misses none", () => {
	const sources = ["wxt.config.ts", ...globSync("{components,entrypoints,lib}/**/*.{ts,tsx}")]
		.map((file) => readFileSync(file, "utf8"))
		.join("\n");
	const literals = new Set([...sources.matchAll(/"([\w.]+)"/g)].map(([, text]) => text!));
	const inManifest = [...sources.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key!.replaceAll("_", "."));
	const patterns = [...sources.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
		([, text]) => new RegExp(`^${text!.replace(/\$\{.*?\}/g, "[^.]+")}$`),
	);
	const said = (key: string) =>
		literals.has(key) || inManifest.includes(key) || patterns.some((pattern) => pattern.test(key));
	expect([...english.keys()].filter((key) => !said(key))).toEqual([]);
	const called = [...sources.matchAll(/\b(?:t|userError|untranslated)\(\s*"([^"]+)"/g)].map(
		([, key]) => key!,
	);
	expect(called.length).toBeGreaterThan(0);
	expect([...called, ...inManifest].filter((key) => !english.has(key))).toEqual([]);
});

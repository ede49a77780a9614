import { globSync, readFileSync } from "node:fs";
import { parseAst, transformWithEsbuild } from "vite";
import { expect, it } from "vitest";

/** What people read or hear of an element. */
const READ = new Set(["children", "aria-label", "aria-description", "title", "alt", "placeholder", "label"]);

/** Names, and what is written alike everywhere. */
const ALIKE = new Set(["Digit Lens"]);

// biome-ignore lint/suspicious/noExplicitAny: nodes of a syntax tree are whatever they are
type Node = any;

it("has no words in its elements: all are in locales/", async () => {
	const found: string[] = [];
	for (const file of globSync("{components,entrypoints}/**/*.tsx")) {
		const { code } = await transformWithEsbuild(readFileSync(file, "utf8"), file, {
			jsx: "automatic",
			jsxImportSource: "preact",
			sourcemap: false,
		});
		for (const text of wordsIn(parseAst(code))) found.push(`${file}: ${text}`);
	}
	expect(found).toEqual([]);
});

/** Every text with words that is given to an element to be read. */
function wordsIn(node: Node): string[] {
	if (node === null || typeof node !== "object") return [];
	if (Array.isArray(node)) return node.flatMap(wordsIn);
	const own =
		node.type === "CallExpression" && /^jsxs?$/.test(node.callee.name ?? "")
			? node.arguments[1].properties
					.filter(({ key }: Node) => isRead(key?.name ?? key?.value, node.arguments[0]))
					.flatMap(({ value }: Node) => textsOf(value))
			: [];
	return [
		...own.filter((text: string) => /\p{L}{2}/u.test(text) && !ALIKE.has(text.trim())),
		...Object.entries(node).flatMap(([key, value]) => (key === "parent" ? [] : wordsIn(value))),
	];
}

/** Whether people read this property; `name` is what our own components are called, but not fields and icons. */
function isRead(property: string, element: Node): boolean {
	if (property === "name") return element.type === "Identifier" && element.name !== "Icon";
	return READ.has(property);
}

/** The literal texts that an expression can become. */
function textsOf(node: Node): string[] {
	switch (node?.type) {
		case "Literal":
			return typeof node.value === "string" ? [node.value] : [];
		case "TemplateLiteral":
			return node.quasis.map((quasi: Node) => quasi.value.cooked);
		case "ConditionalExpression":
			return [node.consequent, node.alternate].flatMap(textsOf);
		case "LogicalExpression":
			return [...(node.operator === "&&" ? [] : [node.left]), node.right].flatMap(textsOf);
		case "BinaryExpression":
			return node.operator === "+" ? [node.left, node.right].flatMap(textsOf) : [];
		case "ArrayExpression":
			return node.elements.flatMap(textsOf);
		default:
			return [];
	}
}

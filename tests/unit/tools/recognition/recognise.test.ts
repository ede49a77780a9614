import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GLYPH_SIZE } from "../../../../lib/glyph.ts";
import type { Classify, ClassifyInk, Verdict } from "../../../../lib/models/verdict.ts";
import { coalesce } from "../../../../tools/recognition/coalesce.ts";
import { recognise } from "../../../../tools/recognition/recognise.ts";

/** Says 1 to narrow glyphs and 0 to all others. */
const classify: Classify = async (glyphs) =>
	glyphs.map((glyph): Verdict => {
		const columns = new Set<number>();
		for (let i = 0; i < GLYPH_SIZE; i++) if (glyph[i] > 0.5) columns.add(i % 28);
		const probabilities = new Float32Array(10).fill(0.001);
		probabilities[columns.size < 8 ? 1 : 0] = 0.991;
		return { probabilities };
	});

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "recognise-"));
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="white"/>
		<g fill="none" stroke="black" stroke-width="6"><ellipse cx="60" cy="50" rx="18" ry="28"/><path d="M120 22V78"/></g></svg>`;
	await sharp(Buffer.from(drawing)).png().toFile(at("ten.png"));
	const stack = new Uint8Array(16 + 3 * 28 * 28);
	new DataView(stack.buffer).setUint32(0, 0x00000803);
	for (const [i, side] of [3, 28, 28].entries()) new DataView(stack.buffer).setUint32(4 + 4 * i, side);
	for (let picture = 0; picture < 3; picture++)
		for (let y = 5; y < 24; y++)
			stack.fill(255, 16 + picture * 784 + y * 28 + 13, 16 + picture * 784 + y * 28 + 15);
	await writeFile(at("ones-idx3-ubyte"), stack);
	await writeFile(
		at("pad.ink.json"),
		JSON.stringify([
			{
				strokes: [
					[
						[0, 0],
						[0, 50],
					],
				],
			},
			{
				strokes: [
					[
						[5, 5],
						[5, 60],
					],
				],
			},
		]),
	);
	await writeFile(at("broken.png"), "no picture");
	await writeFile(at("infinite.ink.json"), '[{"strokes":[[[0,0],[1e999,5]]]}]');
	await writeFile(at("far.ink.json"), '[{"strokes":[[[-1e308,0],[1e308,5]]]}]');
	await writeFile(
		at("many-idx3-ubyte"),
		Uint8Array.from([0, 0, 8, 3, 255, 255, 255, 255, ...Array(8).fill(0)]),
	);
	await writeFile(at("none-idx3-ubyte"), "no stack");
	await writeFile(at("none-idx3-ubyte.gz"), Uint8Array.from([0x1f, 0x8b, 0, 1, 2]));
	await writeFile(at("lines.png"), drawing);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(names: string[], single = false) {
	const lines: Record<string, unknown>[] = [];
	const allRead = await recognise(names.map(at), {
		classify,
		single,
		print: (line) => lines.push(JSON.parse(line)),
	});
	return { allRead, lines };
}

test("a picture gives one line with its digits, their boxes and alternatives", async () => {
	const { allRead, lines } = await run(["ten.png"]);
	expect(allRead).toBe(true);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({ input: at("ten.png"), item: 0, text: "01", rejected: [] });
	const [zero, one] = lines[0].digits as { digit: string; confidence: number; line: number; box: number[] }[];
	expect(zero).toMatchObject({ digit: "0", confidence: 0.991, line: 0 });
	for (const [i, expected] of [39, 19, 42, 62].entries()) expect(zero.box[i]).toBeCloseTo(expected, -0.6);
	expect(one.box[0]).toBeGreaterThan(zero.box[0] + zero.box[2]);
	expect(lines[0].ms).toBeGreaterThan(0);
});

test("stacks and ink files give a line an item, in order, whole or as single characters", async () => {
	for (const single of [false, true]) {
		const { lines } = await run(["ones-idx3-ubyte", "pad.ink.json"], single);
		expect(lines.map(({ item, text }) => [item, text])).toEqual([
			[0, "1"],
			[1, "1"],
			[2, "1"],
			[0, "1"],
			[1, "1"],
		]);
	}
});

test("ink is read by the model's companion for ink, many drawings in one batch", async () => {
	const batches: number[] = [];
	const classifyInk: ClassifyInk = async (characters) => {
		batches.push(characters.length);
		return characters.map(() => ({ probabilities: new Float32Array(10).fill(0.01).fill(0.91, 9) }));
	};
	const texts: unknown[] = [];
	const print = (line: string) => texts.push(JSON.parse(line).text);
	await recognise([at("pad.ink.json")], { classify, classifyInk, single: true, print });
	expect(texts).toEqual(["9", "9"]);
	expect(batches).toEqual([2]);
});

test("a single digit in doubt is shown to the model's second opinion too", async () => {
	const halfway: Classify = async (glyphs) =>
		glyphs.map(() => ({ probabilities: new Float32Array(10).fill(0.01).fill(0.47, 1, 2).fill(0.45, 7, 8) }));
	const seven: Classify = async (glyphs) =>
		glyphs.map(() => ({ probabilities: new Float32Array(10).fill(0.01).fill(0.91, 7, 8) }));
	const texts: unknown[] = [];
	const print = (line: string) => texts.push(JSON.parse(line).text);
	for (const second of [{}, { secondOpinion: seven }])
		await recognise([at("ones-idx3-ubyte")], { classify: halfway, ...second, single: true, print });
	expect(texts).toEqual(["1", "1", "1", "7", "7", "7"]);
});

test("a file that cannot be read gives an error and the others go on", async () => {
	const { allRead, lines } = await run(["broken.png", "missing.png", "ten.png"]);
	expect(allRead).toBe(false);
	expect(lines.map((line) => Object.keys(line)[1])).toEqual(["error", "error", "item"]);
	expect(lines[1]).toEqual({ input: at("missing.png"), error: "There is no such file." });
});

test.each([
	["a folder", ".", "This is a folder. Name the files in it."],
	["infinite coordinates", "infinite.ink.json", 'Drawing 0 of the ink file has no "strokes"'],
	["coordinates beyond all paper", "far.ink.json", 'Drawing 0 of the ink file has no "strokes"'],
	["four billion pictures without pixels", "many-idx3-ubyte", "The file holds pictures without pixels."],
	["an idx file that is none", "none-idx3-ubyte", "The file is no idx file."],
	["a gzip file that is none", "none-idx3-ubyte.gz", "A gzipped file is broken or cut short."],
	["a drawing by lines", "lines.png", "SVG drawings are not read here. Save it as PNG."],
])("is told in a sentence: %s", async (_, name, sentence) => {
	const { lines } = await run([name]);
	expect(lines).toHaveLength(1);
	expect(lines[0].error).toContain(sentence);
});

test("with --single the whole picture is one character", async () => {
	const { lines } = await run(["ten.png"], true);
	expect(lines[0].text).toBe("0");
});

test("calls made side by side are classified together, each with its own verdicts", async () => {
	const spy = vi.fn(classify);
	const together = coalesce(spy);
	const narrow = new Float32Array(GLYPH_SIZE).fill(1, 0, 3);
	const wide = new Float32Array(GLYPH_SIZE).fill(1);
	const [first, second] = await Promise.all([together([narrow, wide]), together([wide])]);
	expect(spy).toHaveBeenCalledTimes(1);
	expect(first.map(({ probabilities }) => probabilities.indexOf(Math.max(...probabilities)))).toEqual([1, 0]);
	expect(second).toHaveLength(1);
});

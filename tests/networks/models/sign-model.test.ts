import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { renderGlyph } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { SIGN_CLASSES, type Sign } from "../../../lib/models/signs.ts";
import { pictureOf } from "../../../tools/data/digit-set.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { loadValidation } from "../../../tools/data/validation.ts";

beforeAll(() => startBackend());

const dash = (x: number, y: number): Stroke => [
	[x - 10, y],
	[x + 10, y],
];
const dot = (x: number, y: number): Stroke => [[x, y]];
const line = (x0: number, y0: number, x1: number, y1: number): Stroke => [
	[x0, y0],
	[x1, y1],
];
const ring = (x: number, y: number): Stroke =>
	Array.from({ length: 13 }, (_, i) => [
		x + 4 * Math.cos((i * Math.PI) / 6),
		y + 4 * Math.sin((i * Math.PI) / 6),
	]);

const DRAWN: readonly (readonly [Sign, readonly Stroke[]])[] = [
	["+", [dash(0, 0), line(0, -10, 0, 10)]],
	["-", [dash(0, 0)]],
	["×", [line(-10, -10, 10, 10), line(10, -10, -10, 10)]],
	["÷", [dash(0, 0), dot(0, -7), dot(0, 7)]],
	["=", [dash(0, -4), dash(0, 4)]],
	[":", [dot(0, -8), dot(0, 8)]],
	["/", [line(7, -12, -7, 12)]],
	["%", [ring(-8, -7), line(7, -12, -7, 12), ring(8, 7)]],
	["#", [line(-3, -12, -6, 12), line(6, -12, 3, 12), dash(0, -4), dash(0, 4)]],
];

describe("the sign model of the package", () => {
	it("names signs that are drawn plainly, knows digits, and leaves no tensor behind", async () => {
		const before = tf.memory().numTensors;
		const { classifySigns, dispose } = await loadClassifier(DEFAULT_MODEL, readPackageFile);
		const named = (classes: Float32Array) => SIGN_CLASSES[classes.indexOf(Math.max(...classes))];
		const signs = await classifySigns!(DRAWN.map(([, strokes]) => renderGlyph(strokes)));
		expect(signs.map(named)).toEqual(DRAWN.map(([sign]) => sign));

		const loaded = tf.memory().numTensors;
		const set = await loadValidation();
		const digits = Array.from({ length: 200 }, (_, i) =>
			Float32Array.from(pictureOf(set, 50 * i), (byte) => byte / 255),
		);
		const known = (await classifySigns!(digits)).filter((classes) => named(classes) === "digit");
		expect(known.length).toBeGreaterThanOrEqual(190);
		expect(await classifySigns!([])).toEqual([]);
		expect(tf.memory().numTensors).toBe(loaded);
		dispose();
		expect(tf.memory().numTensors).toBe(before);
	});

	it("belongs to the default model alone", async () => {
		const { classifySigns, dispose } = await loadClassifier("dense-512", readPackageFile);
		expect(classifySigns).toBeUndefined();
		dispose();
	});
});

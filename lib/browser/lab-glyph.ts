import * as v from "valibot";
import { browser } from "wxt/browser";
import { decodeGlyph, encodeGlyph, GLYPH_SIZE } from "../glyph.ts";
import type { Outcome } from "../protocol.ts";
import { soundOr } from "../stored/sound-items.ts";
import { t } from "./language.ts";
import type { Data } from "./messaging.ts";
import { stored } from "./stored.ts";

const PIXELS = v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), v.length(GLYPH_SIZE));

/** A digit to look into, left for the lab by whoever opens `lab.html#/inside`: 784 numbers, 0 = paper, 1 = ink. */
const labGlyph = stored<readonly number[] | null>("session:lab-glyph", soundOr(v.nullable(PIXELS), null));

/**
 * The digit that was left, as `encodeGlyph` writes it; null when there is none or it is no glyph. Taken once: a lab
 * that is opened later by itself shows the drawing.
 */
export async function takeLabGlyph(): Promise<string | null> {
	const left = await labGlyph.getValue();
	await labGlyph.removeValue();
	return left && encodeGlyph(Float32Array.from(left));
}

/** Opens the lab with a digit to look into, given as `encodeGlyph` writes it. */
export async function openLabWith({ glyph }: Data<"lookInside">): Promise<Outcome<null>> {
	let pixels: readonly number[];
	try {
		pixels = [...decodeGlyph(glyph)];
	} catch {
		return { ok: false, sentence: t("lab.nothingToLookInto") };
	}
	await labGlyph.setValue(pixels);
	await browser.tabs.create({ url: browser.runtime.getURL("/lab.html#/inside") });
	return { ok: true, value: null };
}

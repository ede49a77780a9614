import { writeDigits } from "../../../tools/demo/hand.ts";

/** Of the page, in points. */
const SIDE = 400;
const MARGIN = 60;

/** A PDF file (ISO 32000-1) of one page with handwritten digits in its upper half. */
export function pdfOf(text: string): string {
	const strokes = writeDigits(text, { height: 90, seed: 1 });
	// PDF counts upwards.
	const place = ([x, y]: readonly [number, number, ...unknown[]]) =>
		`${(x + MARGIN).toFixed(1)} ${(SIDE - MARGIN - y).toFixed(1)}`;
	const paths = strokes.map(
		([first, ...rest]) => `${place(first!)} m ${rest.map((point) => `${place(point)} l`).join(" ")} S`,
	);
	const content = `1 J 1 j 7 w ${paths.join(" ")}`;
	const objects = [
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${SIDE} ${SIDE}]/Contents 4 0 R>>`,
		`<</Length ${content.length}>>stream\n${content}\nendstream`,
	];
	const body = objects.map((object, i) => `${i + 1} 0 obj${object}\nendobj`).join("\n");
	return `%PDF-1.4\n${body}\ntrailer<</Root 1 0 R>>`;
}

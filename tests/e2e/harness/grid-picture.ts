import { drawSample } from "../../../tools/demo/draw.ts";
import { SAMPLE } from "./scenes.ts";

/** Width and height of a cell, and of a digit in it. */
const CELL = 100;
const HEIGHT = 44;

/** Rows of digits in ruled cells, a space for an empty one, as the address of an SVG picture. */
export function gridPicture(rows: readonly string[]): string {
	const width = CELL * rows[0]!.length;
	const height = CELL * rows.length;
	const digits = rows.flatMap((row, y) =>
		[...row].flatMap((text, x) => {
			if (text === " ") return [];
			const digit = drawSample({ ...SAMPLE, text, height: HEIGHT, seed: 3 });
			return [digit.replace("<svg", `<svg x="${x * CELL + 20}" y="${y * CELL + 6}"`)];
		}),
	);
	const rules =
		rows.map((_, i) => `M0 ${i * CELL}h${width}`).join("") +
		[...rows[0]!].map((_, i) => `M${i * CELL} 0v${height}`).join("");
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 ${width + 20} ${height + 20}" width="${width + 20}" height="${height + 20}">` +
		`<rect x="-10" y="-10" width="${width + 20}" height="${height + 20}" fill="white"/>${digits.join("")}` +
		`<path d="${rules}M${width} 0v${height}H0" fill="none" stroke="black" stroke-width="3"/></svg>`;
	return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

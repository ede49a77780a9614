// The shapes that are needed of a package that only the first training of the line model installs.

declare module "opentype.js" {
	interface Path {
		/** An SVG path, y down. */
		toPathData(decimals: number): string;
		getBoundingBox(): {
			readonly x1: number;
			readonly y1: number;
			readonly x2: number;
			readonly y2: number;
		};
	}
	interface Glyph {
		/** 0 is the box that stands for missing characters. */
		readonly index: number;
		getPath(x: number, y: number, size: number): Path;
	}
	interface Font {
		charToGlyph(character: string): Glyph;
	}
	const opentype: { parse(file: ArrayBuffer): Font };
	export default opentype;
}

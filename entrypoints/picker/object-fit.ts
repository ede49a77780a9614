import type { Box, Size } from "../../lib/geometry.ts";

/**
 * Where CSS puts the whole of a picture of `natural` size in the content box of its element; it may stand out
 * over the box (CSS Images 3, 5.5). `fit` and `position` are computed values of object-fit and object-position.
 */
export function fitPicture(content: Box, natural: Size, fit: string, position: string): Box {
	const { width, height } = fittedSize(content, natural, fit);
	const [x = "50%", y = "50%"] = position.split(" ");
	return {
		x: content.x + offset(x, content.width - width),
		y: content.y + offset(y, content.height - height),
		width,
		height,
	};
}

function fittedSize(content: Size, natural: Size, fit: string): Size {
	const ratios = [content.width / natural.width, content.height / natural.height];
	const scaled = (scale: number) => ({ width: natural.width * scale, height: natural.height * scale });
	switch (fit) {
		case "contain":
			return scaled(Math.min(...ratios));
		case "cover":
			return scaled(Math.max(...ratios));
		case "none":
			return natural;
		case "scale-down":
			return scaled(Math.min(1, ...ratios));
		default:
			return content;
	}
}

/** A computed <length-percentage>: of the room that is left, or from the edge. */
function offset(value: string, room: number): number {
	const number = Number.parseFloat(value);
	return value.endsWith("%") ? (room * number) / 100 : number;
}

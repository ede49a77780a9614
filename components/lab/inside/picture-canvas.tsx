import { useLayoutEffect, useRef } from "preact/hooks";

interface PictureCanvasProps {
	readonly width: number;
	readonly height: number;
	/** RGBA, row by row; null while nobody sees it. */
	readonly pixels: Uint8ClampedArray<ArrayBuffer> | null;
	/** What it shows, for who does not see it; without it, something else says so. */
	readonly name?: string;
	/** CSS pixels a pixel. */
	readonly scale: number;
}

/** Pixels as they are, each a square; never wider than its place. */
export function PictureCanvas({ width, height, pixels, name, scale }: PictureCanvasProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useLayoutEffect(() => {
		if (pixels) canvas.current?.getContext("2d")?.putImageData(new ImageData(pixels, width), 0, 0);
	}, [pixels, width]);
	return (
		<canvas
			ref={canvas}
			class="picture"
			width={width}
			height={height}
			style={{ width: `${width * scale}px` }}
			{...(name ? { role: "img", "aria-label": name } : { "aria-hidden": true })}
		/>
	);
}

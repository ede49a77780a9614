import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";

/** The colours of one icon: the lens, the digit in it. */
interface Look {
	readonly lens: string;
	readonly digit: string;
	/** Only the outline of the lens, as toolbars draw their own icons. */
	readonly outlined?: boolean;
}

const SIZES = [16, 32, 48];

/** `icon` holds on any toolbar; the other two are in the colour of a theme's text, for Firefox. */
const LOOKS: Readonly<Record<string, Look>> = {
	icon: { lens: "#0e8490", digit: "#ffffff" },
	dark: { lens: "#2b2a33", digit: "#2b2a33", outlined: true },
	light: { lens: "#fbfbfe", digit: "#fbfbfe", outlined: true },
};

/** A lens over a handwritten 3, on a grid of 16 units. The smaller the icon, the heavier its lines. */
function drawing({ lens, digit, outlined }: Look, size: number): string {
	const small = size <= 16;
	const pen = small && !outlined ? 1.5 : 1.3;
	const disc = outlined
		? `<circle cx="7" cy="7" r="6.3" fill="none" stroke="${lens}" stroke-width="1.1"/>`
		: `<circle cx="7" cy="7" r="6.75" fill="${lens}"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">
	<path d="M11.6 11.6 14.6 14.6" stroke="${lens}" stroke-width="2.3" stroke-linecap="round"/>
	${disc}
	<path transform="${small ? "" : "translate(1 0) skewX(-8)"}" d="M5 4.2 C6 3.2 9 3 9 5 C9 6.4 7.6 6.8 6.6 6.8 C8 6.8 9.4 7.4 9.3 8.9 C9.2 11 6 11.2 4.6 9.8"
		fill="none" stroke="${digit}" stroke-width="${pen}" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}

const folder = new URL("../public/icon/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, look] of Object.entries(LOOKS)) {
	// Only a page or a store shows 128 px, never a toolbar.
	for (const size of name === "icon" ? [...SIZES, 128] : SIZES) {
		const file = name === "icon" ? `${size}.png` : `${name}-${size}.png`;
		const png = await sharp(Buffer.from(drawing(look, size)))
			.png({ compressionLevel: 9 })
			.toBuffer();
		await writeFile(new URL(file, folder), png);
	}
}

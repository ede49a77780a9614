import { drawSample } from "./draw.ts";
import { SAMPLES, type Sample } from "./samples.ts";

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 6rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.5rem; align-items: start; }
figure { margin: 0; }
figure > :first-child { display: block; max-width: 100%; height: auto; border-radius: 6px; outline: 1px solid #8884; }
figcaption { margin-top: .4rem; font-size: .9rem; opacity: .8; }
kbd { border: 1px solid #8888; border-radius: 4px; padding: 0 .3em; font: inherit; font-size: .9em; }
`;

/** Draws what the hidden image of every canvas shows. */
const SCRIPT = `
for (const canvas of document.querySelectorAll("canvas")) {
	const image = new Image();
	image.onload = () => {
		canvas.width = image.width;
		canvas.height = image.height;
		canvas.getContext("2d").drawImage(image, 0, 0);
		canvas.dataset.ready = "";
	};
	image.src = canvas.dataset.picture;
}
`;

/** The demo page; pictures of another site come from `otherSite`, e.g. http://127.0.0.1:8001. */
export function demoPage(otherSite: string): string {
	const figures = SAMPLES.map(
		(sample) =>
			`<figure id="${sample.name}">${holder(sample, otherSite)}<figcaption>${sample.caption}</figcaption></figure>`,
	);
	return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Digit Lens: handwritten numbers</title><style>${STYLE}</style>
<h1>Handwritten numbers</h1>
<p>Right-click a picture and choose <b>Digit Lens</b>, <b>Read digits here</b>, press <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>L</kbd>
and drag a rectangle over anything, or open the pad with <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>D</kbd> and draw.</p>
<main>${figures.join("\n")}</main>
<script>${SCRIPT}</script></html>`;
}

function holder(sample: Sample, otherSite: string): string {
	const data = `data:image/svg+xml;base64,${Buffer.from(drawSample(sample)).toString("base64")}`;
	switch (sample.as) {
		case "canvas":
			return `<canvas data-picture="${data}"></canvas>`;
		case "data":
			return `<img alt="" src="${data}">`;
		case "other-site":
			return `<img alt="" src="${otherSite}/${sample.name}.png">`;
		default:
			return `<img alt="" src="/${sample.name}.svg">`;
	}
}

import { drawSample } from "../../../tools/demo/draw.ts";
import { SAMPLES } from "../../../tools/demo/samples.ts";

/** The sample that stands in the picture of every scene. */
export const SAMPLE = SAMPLES.find(({ name }) => name === "plain")!;

/** A page that shows the picture in one of the ways in which pages show pictures. */
export interface Scene {
	/** `#target` is where to point; it carries `data-wait` until the picture is there. */
	readonly html: string;
	/** Response header of the page. */
	readonly csp?: string;
	/**
	 * The best way to its pixels: drawn in the page, fetched by the background, or cut out of a screenshot. As in
	 * a screenshot, but "asked": the person is asked for a region first.
	 */
	readonly from: "canvas" | "fetch" | "screenshot" | "asked";
	/** True when the browser does not call it an image: a click while a region is selected finds it too. */
	readonly clicked?: true;
}

/** Pages by name; `foreign` and `shared` are sites without and with CORS. */
export const scenes = (foreign: string, shared: string): Record<string, Scene> => ({
	"an image of the same site": {
		html: `<img id="target" src="/p.png" width="300">`,
		from: "canvas",
	},
	"an image of another site": {
		html: `<img id="target" src="${foreign}/p.png" width="300">`,
		from: "screenshot",
	},
	"a framed image of another site, at an odd place": {
		html: `<img id="target" src="${foreign}/p.png" width="300" style="border: 2.5px solid #333; margin: 0.3px">`,
		from: "screenshot",
	},
	"an image of another site that shares it with this page": {
		html: `<img id="target" crossorigin src="${shared}/p.png" width="300">`,
		from: "canvas",
	},
	"a large image of another site that shares it with all": {
		html: `<img id="target" src="${shared}/large.png" width="300">`,
		from: "fetch",
	},
	"a data: address": {
		html: `<img id="target" data-wait width="300">${script(`
			const reader = new FileReader();
			reader.onload = () => show(reader.result);
			reader.readAsDataURL(await (await fetch("/p.png")).blob());`)}`,
		from: "canvas",
	},
	"a blob: address": {
		html: `<img id="target" data-wait width="300">${script(`
			show(URL.createObjectURL(await (await fetch("/p.png")).blob()));`)}`,
		from: "canvas",
	},
	"an SVG file": { html: `<img id="target" src="/p.svg" width="300">`, from: "canvas" },
	"an SVG drawing within the page": {
		html: `<div style="width: 300px">${drawSample(SAMPLE).replace("<svg", '<svg id="target"')}</div>`,
		from: "screenshot",
		clicked: true,
	},
	"<picture> with a file of double density": {
		html: `<picture><source srcset="/p.png 2x"><img id="target" src="/none.png" width="300"></picture>`,
		from: "canvas",
	},
	"a canvas": {
		html: `<canvas id="target" data-wait width="600" height="340" style="width: 300px"></canvas>${script(`
			target.getContext("2d").drawImage(await picture(), 0, 0, 600, 340);
			ready();`)}`,
		from: "canvas",
		clicked: true,
	},
	"a video": {
		html: `<video id="target" data-wait width="300" muted autoplay></video>${script(`
			const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 340 });
			const draw = () => canvas.getContext("2d").drawImage(film, 0, 0, 600, 340);
			const film = await picture();
			draw();
			target.srcObject = canvas.captureStream();
			setInterval(draw, 50);
			target.onplaying = ready;`)}`,
		from: "canvas",
	},
	"a CSS background": {
		html: `<div id="target" style="width: 300px; height: 170px; background: url(${foreign}/p.png) 0 0 / cover"></div>`,
		from: "screenshot",
		clicked: true,
	},
	"a closed shadow root": {
		html: `<div id="target" style="width: 300px"></div>${script(`
			target.attachShadow({ mode: "closed" }).innerHTML = '<img src="/p.png" width="300">';`)}`,
		from: "canvas",
	},
	"a frame of the same site": {
		html: `<iframe id="target" src="/frame" width="320" height="220"></iframe>`,
		from: "canvas",
	},
	"a frame of another site": {
		html: `<iframe id="target" src="${foreign}/frame" width="320" height="220"></iframe>`,
		from: "asked",
	},
	"an image turned by CSS": {
		html: `<img id="target" src="/p.png" width="300" style="transform: rotate(8deg); margin: 40px">`,
		from: "screenshot",
	},
	"an image scaled by CSS": {
		html: `<img id="target" src="/p.png" width="300" style="transform: scale(0.8)">`,
		from: "canvas",
	},
	"object-fit: cover": {
		html: `<img id="target" src="/p.png" style="width: 300px; height: 100px; object-fit: cover">`,
		from: "canvas",
	},
	"a lazily loaded image": {
		html: `<div style="height: 1500px"></div><img id="target" loading="lazy" src="/p.png" width="300">`,
		from: "canvas",
	},
	"an image partly out of view": {
		html: `<img id="target" src="/p.png" width="300" style="position: absolute; top: -60px; left: 40px">`,
		from: "canvas",
	},
	"an image of another site, partly out of view": {
		html: `<img id="target" src="${foreign}/p.png" width="300" style="position: absolute; top: -16px; left: 40px">`,
		from: "screenshot",
	},
	"one of two images with the same address": {
		html: `<img src="/p.png" width="100"><img id="target" src="/p.png" width="300">`,
		from: "canvas",
	},
	"an image under something transparent": {
		html: `<div style="position: relative; width: 300px"><img src="/p.png" width="300"><div id="target" style="position: absolute; inset: 0"></div></div>`,
		from: "canvas",
		clicked: true,
	},
	"a page with a strict policy": {
		html: `<img id="target" src="/p.png" width="300">`,
		csp: "default-src 'none'; img-src 'self'",
		from: "canvas",
	},
	"a page written from right to left": {
		html: `<script>document.documentElement.dir = "rtl";</script><img id="target" src="/p.png" width="300">`,
		from: "canvas",
	},
	"an image in a form whose fields hide what elements have": {
		html: `<form>${[
			"getBoundingClientRect",
			"matches",
			"closest",
			"localName",
			"parentElement",
			"getRootNode",
			"ownerDocument",
		]
			.map((name) => `<input name="${name}" hidden>`)
			.join("")}<img id="target" src="/p.png" width="300"></form>`,
		from: "canvas",
		clicked: true,
	},
	"a modal dialog": {
		html: `<dialog id="modal"><img id="target" src="/p.png" width="300"></dialog><script>modal.showModal();</script>`,
		from: "canvas",
	},
	"white ink on a transparent canvas of a dark page": {
		html: `<canvas id="target" data-wait width="600" height="340" style="width: 300px"></canvas>${script(`
			document.documentElement.style.background = "#222";
			const context = target.getContext("2d");
			context.drawImage(await picture(), 0, 0, 600, 340);
			const all = context.getImageData(0, 0, 600, 340);
			for (let i = 0; i < all.data.length; i += 4) {
				all.data[i + 3] = 255 - all.data[i];
				all.data.fill(255, i, i + 3);
			}
			context.putImageData(all, 0, 0);
			ready();`)}`,
		from: "canvas",
		clicked: true,
	},
});

/** All scenes, with the other sites still without an address. */
export const SCENES = Object.entries(scenes("", ""));

function script(body: string): string {
	return `<script>(async () => {
		const ready = () => delete target.dataset.wait;
		const show = (address) => { target.onload = ready; target.src = address; };
		const picture = async () => { const image = new Image(); image.src = "/p.png"; await image.decode(); return image; };
		${body}
	})();</script>`;
}

import type { RequestListener } from "node:http";
import sharp from "sharp";
import { drawSample } from "../../../tools/demo/draw.ts";
import { SAMPLES } from "../../../tools/demo/samples.ts";
import { listen, type Site } from "../../../tools/demo/server.ts";

const SAMPLE = SAMPLES.find(({ name }) => name === "plain")!;

/** What stands in the picture of every scene. */
export const SCENE_TEXT = SAMPLE.text;

/** A page that shows the picture in one of the ways in which pages show pictures. */
export interface Scene {
	readonly html: string;
	/** Response header of the page. */
	readonly csp?: string;
	/** True when only the screen can give its pixels. */
	readonly fromScreen?: true;
	/** True when the browser does not call it an image, so that a click on a region finds it. */
	readonly clicked?: true;
}

/** Pages by name. `#target` is where to point; `foreign` and `shared` are sites without and with CORS. */
const scenes = (foreign: string, shared: string): Record<string, Scene> => ({
	"an image of the same site": { html: `<img id="target" src="/p.png" width="300">` },
	"an image of another site": {
		html: `<img id="target" src="${foreign}/p.png" width="300">`,
		fromScreen: true,
	},
	"a framed image of another site, at an odd place": {
		html: `<img id="target" src="${foreign}/p.png" width="300" style="border: 2.5px solid #333; margin: 0.3px">`,
		fromScreen: true,
	},
	"a large image of another site that shares it": {
		html: `<img id="target" src="${shared}/large.png" width="300">`,
	},
	"a data: address": { html: `<img id="target" width="300">${SHOW_AS_DATA}` },
	"a blob: address": {
		html: `<img id="target" width="300"><script>fetch("/p.png").then((r) => r.blob()).then((b) => { target.src = URL.createObjectURL(b); });</script>`,
	},
	"an SVG file": { html: `<img id="target" src="/p.svg" width="300">` },
	"<picture> with a file of double density": {
		html: `<picture><source srcset="/p.png 2x"><img id="target" src="/none.png" width="300"></picture>`,
	},
	"a canvas": {
		html: `<canvas id="target" width="600" height="340" style="width: 300px"></canvas><script>${DRAW}</script>`,
		clicked: true,
	},
	"a CSS background": {
		html: `<div id="target" style="width: 300px; height: 170px; background: url(${foreign}/p.png) 0 0 / cover"></div>`,
		fromScreen: true,
		clicked: true,
	},
	"a closed shadow root": {
		html: `<div id="target" style="width: 300px"></div><script>target.attachShadow({ mode: "closed" }).innerHTML = '<img src="/p.png" width="300">';</script>`,
	},
	"a frame of the same site": { html: `<iframe id="target" src="/frame" width="320" height="220"></iframe>` },
	"an image turned by CSS": {
		html: `<img id="target" src="/p.png" width="300" style="transform: rotate(8deg); margin: 40px">`,
		fromScreen: true,
	},
	"an image scaled by CSS": {
		html: `<img id="target" src="/p.png" width="300" style="transform: scale(0.8)">`,
	},
	"object-fit: cover": {
		html: `<img id="target" src="/p.png" style="width: 300px; height: 100px; object-fit: cover">`,
	},
	"a lazily loaded image": {
		html: `<div style="height: 1500px"></div><img id="target" loading="lazy" src="/p.png" width="300">`,
	},
	"one of two images with the same address": {
		html: `<img src="/p.png" width="100"><img id="target" src="/p.png" width="300">`,
	},
	"an image under something transparent": {
		html: `<div style="position: relative; width: 300px"><img src="/p.png" width="300"><div id="target" style="position: absolute; inset: 0"></div></div>`,
		clicked: true,
	},
	"a page with a strict policy": {
		html: `<img id="target" src="/p.png" width="300">`,
		csp: "default-src 'none'; img-src 'self'",
	},
	"a page written from right to left": {
		html: `<script>document.documentElement.dir = "rtl";</script><img id="target" src="/p.png" width="300">`,
	},
	"a modal dialog": {
		html: `<dialog id="modal"><img id="target" src="/p.png" width="300"></dialog><script>modal.showModal();</script>`,
	},
	"white ink on a transparent canvas of a dark page": {
		html: `<script>document.documentElement.style.background = "#222";</script><canvas id="target" width="600" height="340" style="width: 300px"></canvas><script>${DRAW_WHITE}</script>`,
		clicked: true,
	},
});

const DRAW = `const image = new Image(); image.onload = () => { target.getContext("2d").drawImage(image, 0, 0, 600, 340); }; image.src = "/p.png";`;
const DRAW_WHITE = `const image = new Image(); image.onload = () => { const context = target.getContext("2d"); context.drawImage(image, 0, 0, 600, 340); const all = context.getImageData(0, 0, 600, 340); for (let i = 0; i < all.data.length; i += 4) { all.data[i + 3] = 255 - all.data[i]; all.data.fill(255, i, i + 3); } context.putImageData(all, 0, 0); }; image.src = "/p.png";`;
const SHOW_AS_DATA = `<script>fetch("/p.png").then((r) => r.blob()).then((b) => { const reader = new FileReader(); reader.onload = () => { target.src = reader.result; }; reader.readAsDataURL(b); });</script>`;

/** Names of all scenes. */
export const SCENE_NAMES = Object.keys(scenes("", ""));

export interface Stage {
	readonly scene: (name: string) => Scene;
	/** Where a scene is shown. */
	readonly address: (name: string) => string;
	stop(): Promise<void>;
}

/** Serves the scenes, and the two other sites that they show pictures of. */
export async function startStage(): Promise<Stage> {
	const foreign = await listen(pictures(false));
	const shared = await listen(pictures(true));
	const all = scenes(foreign.origin, shared.origin);
	const own: Site = await listen((request, response) => {
		const scene = all[decodeURIComponent((request.url ?? "").slice("/scene/".length))];
		if (!scene) return pictures(false)(request, response);
		if (scene.csp) response.setHeader("content-security-policy", scene.csp);
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(`<!doctype html><title>A scene</title><p>Some text</p>${scene.html}`);
	});
	return {
		scene: (name) => all[name]!,
		address: (name) => `${own.origin}/scene/${encodeURIComponent(name)}`,
		async stop() {
			await Promise.all([own.stop(), foreign.stop(), shared.stop()]);
		},
	};
}

function pictures(shared: boolean): RequestListener {
	return async ({ url }, response) => {
		if (shared) response.setHeader("access-control-allow-origin", "*");
		const png = (width: number) =>
			sharp(Buffer.from(drawSample(SAMPLE)))
				.resize(width)
				.png()
				.toBuffer();
		const [type, body] =
			url === "/p.svg"
				? ["image/svg+xml", drawSample(SAMPLE)]
				: url === "/p.png"
					? ["image/png", await png(600)]
					: url === "/large.png"
						? ["image/png", await png(1200)]
						: url === "/frame"
							? ["text/html", `<body><img src="/p.png" width="280">`]
							: ["text/plain", ""];
		response.setHeader("content-type", type!);
		response.end(body);
	};
}

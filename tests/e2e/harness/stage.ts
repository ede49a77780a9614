import type { RequestListener } from "node:http";
import sharp from "sharp";
import { drawSample } from "../../../tools/demo/draw.ts";
import { listen } from "../../../tools/demo/server.ts";
import { HOSTILE_PAGE } from "./hostile.ts";
import { SAMPLE, scenes } from "./scenes.ts";

export interface Stage {
	/** Where a scene is shown. */
	readonly address: (name: string) => string;
	/** Where the hostile page is. */
	readonly hostile: string;
	/** How often a script, and not a page, has asked the site that shares its pictures. */
	readonly fetched: () => number;
	stop(): Promise<void>;
}

/** Serves the scenes, and the two other sites that they show pictures of. */
export async function startStage(): Promise<Stage> {
	let fetched = 0;
	const foreign = await listen(pictures);
	const shared = await listen((request, response) => {
		if (request.headers["sec-fetch-dest"] === "empty") fetched++;
		response.setHeader("access-control-allow-origin", "*");
		return pictures(request, response);
	});
	const all = scenes(foreign.origin, shared.origin);
	const own = await listen((request, response) => {
		const scene = all[decodeURIComponent((request.url ?? "").slice("/scene/".length))];
		if (!scene) return pictures(request, response);
		if (scene.csp) response.setHeader("content-security-policy", scene.csp);
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(`<!doctype html><title>A scene</title><p>Some text</p>${scene.html}`);
	});
	return {
		address: (name) => `${own.origin}/scene/${encodeURIComponent(name)}`,
		hostile: `${own.origin}/hostile`,
		fetched: () => fetched,
		async stop() {
			await Promise.all([own.stop(), foreign.stop(), shared.stop()]);
		},
	};
}

const pictures: RequestListener = async ({ url }, response) => {
	const svg = drawSample(SAMPLE);
	const png = (width: number) => sharp(Buffer.from(svg)).resize(width).png().toBuffer();
	const answer = async (): Promise<[type: string, body: string | Buffer]> => {
		switch (url) {
			case "/p.svg":
				return ["image/svg+xml", svg];
			case "/p.png":
				return ["image/png", await png(600)];
			case "/large.png":
				return ["image/png", await png(1200)];
			case "/hostile":
				return ["text/html; charset=utf-8", HOSTILE_PAGE];
			case "/frame":
				return ["text/html", `<body><img src="/p.png" width="280">`];
			default:
				return ["text/plain", ""];
		}
	};
	const [type, body] = await answer();
	response.setHeader("content-type", type);
	response.end(body);
};

import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { drawSample } from "./draw.ts";
import { demoPage } from "./page.ts";
import { SAMPLES } from "./samples.ts";

export interface Site {
	/** Address of the site, without a slash at the end. */
	readonly origin: string;
	stop(): Promise<void>;
}

/** Serves the demo page and, as another site that shares with nobody (no CORS), one of its pictures. This machine only. */
export async function startDemo(): Promise<Site> {
	const other = await listen(pictures);
	const own = await listen((request, response) => {
		if (request.url !== "/") return pictures(request, response);
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(demoPage(other.origin));
	});
	return {
		origin: own.origin,
		async stop() {
			await Promise.all([own.stop(), other.stop()]);
		},
	};
}

/** Answers `/NAME.svg` and `/NAME.png`. */
const pictures: RequestListener = async (request, response) => {
	const [, name, format] = /^\/([a-z-]+)\.(svg|png)$/.exec(request.url ?? "") ?? [];
	const sample = SAMPLES.find((candidate) => candidate.name === name);
	if (!sample) {
		response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
		return;
	}
	const svg = drawSample(sample);
	response.setHeader("content-type", format === "svg" ? "image/svg+xml" : "image/png");
	response.end(format === "svg" ? svg : await sharp(Buffer.from(svg)).png().toBuffer());
};

/** Starts a server on a free port of the loopback address. */
export async function listen(answer: RequestListener): Promise<Site> {
	const server = createServer(answer);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { listen, type Site } from "../../../tools/demo/server.ts";
import { type AnyWorld, leave } from "./world.ts";

/**
 * Gives the suite that calls it a world, which `start` starts, whose page shows `html`, loaded anew before every test
 * and left as it was found after it. `started` gets the world before the first test.
 */
export function serveIn<Started extends AnyWorld>(
	start: () => Promise<Started>,
	html: string,
	started: (world: Started) => void,
): void {
	let world: Started;
	let site: Site;

	beforeAll(async () => {
		site = await listen((_, response) => {
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(html);
		});
		world = await start();
		started(world);
	});
	afterAll(async () => {
		await world?.finish();
		await site?.stop();
	});

	beforeEach(async () => {
		await world.page.bringToFront();
		await world.page.goto(site.origin);
	});
	afterEach(() => leave(world));
}

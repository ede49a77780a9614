import type { ElementHandle, Page } from "puppeteer-core";

/** A page may stop its own clock, and one that is not seen has none. Milliseconds. */
const PATIENCE = 1000;

/**
 * Waits for the next picture of a page, or of the frame of an element: browsers drop the clicks on what nobody has seen
 * yet.
 */
export async function painted(shown: Page | ElementHandle): Promise<void> {
	const next = () =>
		new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
	const late = new Promise<void>((done) => setTimeout(done, PATIENCE));
	await Promise.race(["goto" in shown ? shown.evaluate(next) : shown.evaluate(next), late]);
}

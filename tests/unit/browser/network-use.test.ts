import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { countOtherRequests, fetchAsked, networkUse } from "../../../lib/browser/network-use.ts";

/** The browser's record of requests. */
let record: (addresses: readonly string[]) => void;

beforeEach(() => {
	fakeBrowser.reset();
	vi.stubGlobal(
		"PerformanceObserver",
		class {
			constructor(told: (list: { getEntries(): { name: string }[] }) => void) {
				record = (addresses) => told({ getEntries: () => addresses.map((name) => ({ name })) });
			}
			observe(): void {}
		},
	);
	vi.stubGlobal("fetch", async () => new Response("image"));
	countOtherRequests();
});
afterEach(() => vi.unstubAllGlobals());

it("counts an image that was asked for, once", async () => {
	const response = await fetchAsked("https://a.example/1.png", {});
	record(["https://a.example/1.png"]);
	expect(await response.text()).toBe("image");
	await vi.waitFor(async () => expect(await networkUse.getValue()).toEqual({ images: 1, others: 0 }));
});

it("counts every other request to the network, and none within the extension", async () => {
	record(["chrome-extension://abc/models/a.bin", "data:,x", "https://b.example/", "wss://b.example/"]);
	await vi.waitFor(async () => expect(await networkUse.getValue()).toEqual({ images: 0, others: 2 }));
});

it("counts an image also when it does not come", async () => {
	vi.stubGlobal("fetch", async () => {
		throw new TypeError("Failed to fetch");
	});
	await expect(fetchAsked("https://a.example/2.png", {})).rejects.toThrow(TypeError);
	expect(await networkUse.getValue()).toEqual({ images: 1, others: 0 });
});

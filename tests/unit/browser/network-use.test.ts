import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { countImage, countOtherRequests, networkUse } from "../../../lib/browser/network-use.ts";

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
	countOtherRequests();
});
afterEach(() => vi.unstubAllGlobals());

it("counts an image that was asked for", async () => {
	await countImage();
	expect(await networkUse.getValue()).toEqual({ images: 1, others: 0 });
});

it("counts every request to the network that it makes itself, and none within the extension", async () => {
	record(["chrome-extension://abc/models/a.bin", "data:,x", "https://b.example/", "wss://b.example/"]);
	await vi.waitFor(async () => expect(await networkUse.getValue()).toEqual({ images: 0, others: 2 }));
});

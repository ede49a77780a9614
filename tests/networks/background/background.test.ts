import { createRequire } from "node:module";
import { dirname } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import background from "../../../entrypoints/background/index.ts";
import { type Data, type RequestType, sendMessage } from "../../../lib/browser/messaging.ts";

/** A request of every type; the compiler misses one that is not here. */
const REQUESTS: { readonly [K in RequestType]: Data<K> } = {
	readInk: { strokes: [[[0, 0]]] },
	readGlyph: { glyph: "" },
	readPicture: {
		picture: { kind: "screenshot", rect: { x: 0, y: 0, width: 1, height: 1 }, viewportWidth: 900 },
	},
	readingProgress: { id: "none" },
	cancelReading: { id: "a reading" },
	correctReading: { pastId: "unknown", text: "7" },
	countImage: {},
	cannotShow: { why: "sandbox" },
	openFrame: { token: "" },
	selectRegion: {},
	takeTask: {},
	lookInside: { glyph: "" },
	describeEngine: {},
	measureModel: { model: "dense-512", batch: 1, rounds: 1 },
};

const event = () => {
	const listeners: unknown[] = [];
	return { listeners, addListener: (listener: unknown) => void listeners.push(listener) };
};

/** Missing in the types of the fake browser. */
const hasListeners = (event: object) => (event as { hasListeners(): boolean }).hasListeners();

beforeEach(() => {
	fakeBrowser.reset();
	Object.assign(fakeBrowser.contextMenus, { onClicked: event() });
	Object.assign(fakeBrowser.commands, { onCommand: event() });
	// Where the backend finds its binary in Node.
	const folder = dirname(
		createRequire(import.meta.url).resolve(
			"@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm",
		),
	);
	vi.spyOn(fakeBrowser.runtime, "getURL").mockImplementation((path: string) => folder + path);
});

describe("the background", () => {
	it("attaches every listener in its first tick", () => {
		background.main();
		expect(fakeBrowser.contextMenus.onClicked).toMatchObject({ listeners: [expect.any(Function)] });
		expect(fakeBrowser.commands.onCommand).toMatchObject({ listeners: [expect.any(Function)] });
		expect(hasListeners(fakeBrowser.runtime.onMessage)).toBe(true);
		expect(hasListeners(fakeBrowser.runtime.onInstalled)).toBe(true);
	});

	it.each(Object.keys(REQUESTS) as (keyof typeof REQUESTS)[])("answers %s", async (type) => {
		background.main();
		expect(await sendMessage(type, REQUESTS[type])).toHaveProperty("ok");
	});

	it("lets only pages of the extension do more than ask for readings", async () => {
		background.main();
		// The fake browser's messages come from nowhere.
		for (const type of ["selectRegion", "describeEngine", "measureModel"] as const)
			expect(await sendMessage(type, REQUESTS[type])).toEqual({
				ok: false,
				sentence: "Only pages of Digit Lens may ask for this.",
			});
	});
});

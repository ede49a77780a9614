import type { RequestListener } from "node:http";
import { afterEach, expect, it, vi } from "vitest";
import { downloadWithin } from "../../../lib/browser/limited-download.ts";
import { listen, type Site } from "../../../tools/demo/server.ts";

let site: Site;
const serve = async (answer: RequestListener) => {
	site = await listen(answer);
	return `${site.origin}/picture.png`;
};
afterEach(() => site.stop());

const LIMITS = { bytes: 100_000, milliseconds: 5000 };

it("loads a file", async () => {
	const address = await serve((_, response) => void response.end("picture"));
	expect(new TextDecoder().decode(await downloadWithin(address, LIMITS))).toBe("picture");
});

it("cuts a file off that does not end", async () => {
	let sent = 0;
	const gone = vi.fn();
	const address = await serve((_, response) => {
		response.on("close", gone);
		const go = () => {
			while (!response.destroyed && response.write(Buffer.alloc(10_000))) sent += 10_000;
		};
		response.on("drain", go);
		go();
	});
	await expect(downloadWithin(address, LIMITS)).rejects.toThrow("too large");
	await vi.waitFor(() => expect(gone).toHaveBeenCalled());
	// What the operating system holds back counts as sent.
	expect(sent).toBeLessThan(20e6);
});

it.each([
	["sends nothing", () => {}],
	["stops in the middle", (response: { write(text: string): void }) => response.write("half")],
])("gives a server up that %s", async (_, answer) => {
	const gone = vi.fn();
	const address = await serve((_, response) => {
		response.on("close", gone);
		answer(response);
	});
	await expect(downloadWithin(address, { ...LIMITS, milliseconds: 50 })).rejects.toThrow("too long");
	await vi.waitFor(() => expect(gone).toHaveBeenCalled());
});

it("takes no refusal for a picture", async () => {
	const address = await serve((_, response) => {
		response.statusCode = 404;
		response.end("Not found");
	});
	await expect(downloadWithin(address, LIMITS)).rejects.toThrow("404");
});

import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { welcome } from "../../../lib/browser/welcome.ts";

beforeEach(() => fakeBrowser.reset());

const opened = async () =>
	(await fakeBrowser.tabs.query({})).filter(({ url }) => url?.endsWith("/welcome.html"));

it("is opened when the extension was installed", async () => {
	await welcome({ reason: "install" });
	expect(await opened()).toHaveLength(1);
});

it("is not opened after an update, nor for an add-on under development", async () => {
	await welcome({ reason: "update" });
	await welcome({ reason: "browser_update" });
	await welcome({ reason: "install", temporary: true });
	expect(await opened()).toHaveLength(0);
});

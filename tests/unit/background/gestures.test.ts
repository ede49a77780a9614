import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import {
	onCommand,
	onMenu,
	resume,
	selectRegion,
	takeTask,
} from "../../../entrypoints/background/gestures.ts";
import { pendingNotice } from "../../../lib/browser/notice.ts";
import { type PendingTask, pendingTask } from "../../../lib/browser/pending-task.ts";
import { DEFAULT_SETTINGS } from "../../../lib/settings.ts";

interface Sent {
	readonly tabId: number;
	readonly type: string;
	readonly data: { readonly task: unknown };
}

/** What browsers answer of a script that ran in the main frame. */
const RAN = [{ frameId: 0, result: null }];

/** A browser whose page takes scripts after `refusals` refusals, with or without files, and what was sent into it. */
function page(refusals = 0, files = true): { injected: string[]; sent: Sent[] } {
	const injected: string[] = [];
	const sent: Sent[] = [];
	let left = refusals;
	Object.assign(fakeBrowser.scripting, {
		executeScript: async ({ files }: { files: string[] }) => {
			if (left-- > 0) throw new Error("Cannot access contents of the page");
			injected.push(...files);
			return RAN;
		},
	});
	Object.assign(fakeBrowser.extension, { isAllowedFileSchemeAccess: async () => files });
	Object.assign(fakeBrowser.tabs, {
		sendMessage: async (tabId: number, { type, data }: Pick<Sent, "type" | "data">) => {
			sent.push({ tabId, type, data });
			return { ok: true, value: null };
		},
	});
	return { injected, sent };
}

const taskOf = ({ data }: Sent) => data.task;

const tab = { id: 7, url: "https://a.example/" };

beforeEach(() => fakeBrowser.reset());

it("reads the image that was clicked", async () => {
	const { injected, sent } = page();
	await onMenu({ menuItemId: "read-image", srcUrl: "https://b.example/1.png" }, tab);
	expect(injected).toEqual(["/picker.js"]);
	const task = { kind: "element", address: "https://b.example/1.png" };
	const { pad, panel } = DEFAULT_SETTINGS;
	expect(sent).toEqual([
		{ tabId: 7, type: "pick", data: { id: expect.any(String), task, settings: { pad, panel } } },
	]);
	expect(await pendingTask.getValue()).toBeNull();
});

it("selects a region from the menu and by the command, but not by another command", async () => {
	const { sent } = page();
	await onMenu({ menuItemId: "select-region" }, tab);
	await onCommand("select-region", tab);
	await onCommand("another", tab);
	expect(sent.map(taskOf)).toEqual([{ kind: "region" }, { kind: "region" }]);
});

it("draws for the field that was clicked", async () => {
	const { sent } = page();
	await onMenu({ menuItemId: "draw-here" }, tab);
	expect(sent.map(taskOf)).toEqual([{ kind: "draw" }]);
});

it("reads the same region again", async () => {
	const { sent } = page();
	await onCommand("same-region", tab);
	expect(sent.map(taskOf)).toEqual([{ kind: "again" }]);
});

it("tries once more when the first gesture came too early", async () => {
	const { sent } = page(1);
	await onCommand("select-region", tab);
	expect(sent).toHaveLength(1);
});

it("opens the popup with a sentence where no script may run", async () => {
	page(2);
	let opened = 0;
	Object.assign(fakeBrowser.action, { openPopup: async () => void opened++ });
	await onCommand("select-region", { id: 7, url: "chrome://settings/" });
	expect(await pendingNotice.getValue()).toContain("belongs to the browser");
	expect(opened).toBe(1);
});

it("says so where the browser puts no script into a page, and calls that no error", async () => {
	const { sent } = page();
	Object.assign(fakeBrowser.scripting, { executeScript: async () => [null] });
	Object.assign(fakeBrowser.action, { openPopup: async () => {} });
	await onCommand("select-region", { id: 7, url: "about:support" });
	expect(await pendingNotice.getValue()).toContain("belongs to the browser");
	expect(sent).toEqual([]);
});

it.each([
	["file:///a.png", false, 'allow "access to file URLs"'],
	["file:///a.pdf", true, "take a screenshot"],
	[undefined, false, "If it is a file of yours, allow"],
	[undefined, true, "take a screenshot"],
	["https://store.example/", false, "take a screenshot"],
])("says what to do where no script may run: %s, files allowed: %s", async (url, files, what) => {
	page(2, files);
	Object.assign(fakeBrowser.action, { openPopup: async () => {} });
	await onCommand("select-region", { id: 7, url });
	expect(await pendingNotice.getValue()).toContain(what);
});

it("marks the toolbar button where no popup can be opened either", async () => {
	page(2);
	Object.assign(fakeBrowser.action, {
		openPopup: async () => {
			throw new Error("no window has the focus");
		},
	});
	await onCommand("select-region", tab);
	expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe("!");
	expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toContain("no extension read this page");
});

it("answers the popup with the sentence", async () => {
	page(2);
	const created = await fakeBrowser.tabs.create({ url: "about:config", active: true });
	await fakeBrowser.windows.update(created.windowId!, { focused: true });
	expect(await selectRegion()).toMatchObject({ ok: false });
});

describe("a gesture that the background died on", () => {
	const left = (age = 0): PendingTask => ({
		id: "g",
		tabId: 7,
		url: tab.url,
		task: { kind: "region" },
		at: Date.now() - age,
	});

	let here = { ...tab };
	beforeEach(() => {
		here = { ...tab };
		Object.assign(fakeBrowser.tabs, { get: async () => here });
	});

	it("is noted before any script can be in the page", async () => {
		let noted: PendingTask | null = null;
		Object.assign(fakeBrowser.scripting, {
			executeScript: async () => {
				noted = await pendingTask.getValue();
				return RAN;
			},
		});
		Object.assign(fakeBrowser.tabs, { sendMessage: () => new Promise(() => {}) });
		void onCommand("select-region", tab);
		await vi.waitFor(() => expect(noted).toMatchObject({ tabId: 7, task: { kind: "region" } }));
	});

	it("is done on the next start, once", async () => {
		const { sent } = page();
		await pendingTask.setValue(left());
		await resume(0);
		await resume(0);
		expect(sent.map(taskOf)).toEqual([{ kind: "region" }]);
		expect(sent[0]!.data).toMatchObject({ id: "g" });
	});

	it("is told where it is too late to do it", async () => {
		const { sent } = page();
		Object.assign(fakeBrowser.action, { openPopup: async () => {} });
		await pendingTask.setValue(left(60_000));
		await resume(0);
		expect(sent).toEqual([]);
		expect(await pendingNotice.getValue()).toContain("before it could do what you asked");
		expect(await pendingTask.getValue()).toBeNull();
	});

	it("is handed to the picker of its tab, and to no other", async () => {
		page();
		await pendingTask.setValue(left());
		expect(await takeTask({}, { tab: { id: 8, active: true } })).toEqual({ ok: true, value: null });
		expect(await takeTask({}, { tab: { id: 7, active: true } })).toMatchObject({
			value: { id: "g", task: { kind: "region" } },
		});
		// Asked once more, for the answer may have been lost; only then it is forgotten.
		expect(await takeTask({}, { tab: { id: 7, active: true } })).toMatchObject({ value: { id: "g" } });
		await vi.waitFor(async () => expect(await pendingTask.getValue()).toBeNull(), { timeout: 5000 });
		expect(await takeTask({}, { tab: { id: 7, active: true } })).toEqual({ ok: true, value: null });
	});

	it("is forgotten where the person has left the page", async () => {
		const { sent } = page();
		here.url = "https://another.example/";
		await pendingTask.setValue(left());
		await resume(0);
		expect(sent).toEqual([]);
		expect(await pendingNotice.getValue()).toBeNull();
		expect(await pendingTask.getValue()).toBeNull();
	});

	it("is nothing that happens on a start without one", async () => {
		const { sent } = page();
		await resume(0);
		expect(sent).toEqual([]);
	});
});

describe("with a store that takes nothing more", () => {
	const full = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));

	it("does what is asked for without a note", async () => {
		const { sent } = page();
		vi.spyOn(fakeBrowser.storage.session, "set").mockImplementation(full);
		await onMenu({ menuItemId: "select-region" }, tab);
		expect(sent.map(taskOf)).toEqual([{ kind: "region" }]);
	});

	it("marks the toolbar button where it can leave no sentence, if the tab is still there", async () => {
		page(9);
		vi.spyOn(fakeBrowser.storage.session, "set").mockImplementation(full);
		const titles: string[] = [];
		Object.assign(fakeBrowser.action, {
			setBadgeText: () => Promise.reject(new Error("No tab with id: 7")),
			setTitle: async ({ title }: { title: string }) => void titles.push(title),
		});
		await onMenu({ menuItemId: "select-region" }, tab);
		expect(titles).toEqual([expect.stringMatching(/\S/)]);
	});
});

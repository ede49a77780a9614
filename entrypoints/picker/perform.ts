import type { PickTask } from "../../lib/protocol.ts";
import { findTarget } from "./find.ts";
import { selectRegion } from "./select-region.tsx";
import { showReading } from "./show-reading.tsx";
import { SOURCES } from "./sources/list.ts";
import { cutOut } from "./sources/screenshot.ts";
import type { Subject } from "./sources/source.ts";
import { beginStay, type Stay } from "./stay.ts";
import { viewportBox } from "./viewport.ts";

const FOREIGN = "This picture is in a frame of another site, which cannot be read directly.";

/** Does what the background asked for; resolves when the reading is shown, or never when the person leaves before. */
export async function perform(task: PickTask, stay: Stay): Promise<void> {
	if (task.kind === "region") return readSelection(stay, task.hint);
	const target = findTarget(task.address);
	if (target.kind === "element") return readElement(target.element, stay);
	return readSelection(stay, target.kind === "foreign-frame" ? FOREIGN : undefined);
}

async function readSelection(stay: Stay, hint?: string): Promise<void> {
	const selection = await selectRegion(stay, hint);
	if (selection.kind === "element") return readElement(selection.element, stay);
	const { region } = selection;
	// What lies in its middle carries the region along when the page or a part of it scrolls.
	const anchor =
		document.elementFromPoint(region.x + region.width / 2, region.y + region.height / 2) ??
		document.documentElement;
	const subject = cutOut(region, anchor);
	if (subject) await showReading(only(subject), subject.place, stay, selectAnew);
}

function readElement(element: Element, stay: Stay): Promise<void> {
	return showReading(subjectsOf(element), () => viewportBox(element), stay, selectAnew);
}

function selectAnew(): void {
	void readSelection(beginStay());
}

async function* subjectsOf(element: Element): AsyncGenerator<Subject> {
	for (const source of SOURCES) {
		const subject = await source(element);
		if (subject) yield subject;
	}
}

async function* only(subject: Subject): AsyncGenerator<Subject> {
	yield subject;
}

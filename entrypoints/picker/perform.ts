import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import type { PickTask } from "../../lib/protocol.ts";
import { drawForField } from "./draw-for-field.ts";
import { beneath, findTarget } from "./find.ts";
import { selectRegion } from "./select-region.ts";
import { showReading } from "./show-reading.ts";
import { SOURCES } from "./sources/list.ts";
import { cutOut } from "./sources/screenshot.ts";
import type { Subject } from "./sources/source.ts";
import { beginStay, type Stay } from "./stay.ts";
import { viewportBox } from "./viewport.ts";

/** Does what the background asked for; resolves when the reading is shown, or never when the person leaves before. */
export async function perform(task: PickTask, stay: Stay): Promise<void> {
	switch (task.kind) {
		case "region":
			return readSelection(stay);
		case "again":
			return globalThis.digitLensRegion
				? readRegion(globalThis.digitLensRegion(), stay)
				: readSelection(stay);
		case "draw":
			return stay.field ? drawForField(stay.field, stay) : stay.end();
		case "element": {
			const target = findTarget(task.address);
			if (target.kind === "element") return readElement(target.element, stay);
			return readSelection(stay, target.kind === "foreign-frame" ? { hint: t("picker.foreignFrame") } : {});
		}
	}
}

async function readSelection(stay: Stay, how: Parameters<typeof selectRegion>[1] = {}): Promise<void> {
	const selection = await selectRegion(stay, how);
	return selection.kind === "element"
		? readElement(selection.element, stay)
		: readRegion(selection.region, stay);
}

async function readRegion(region: Box, stay: Stay): Promise<void> {
	// What lies in its middle carries the region along when the page or a part of it scrolls.
	const middle = [region.x + region.width / 2, region.y + region.height / 2] as const;
	const subject = cutOut(region, beneath(...middle));
	if (!subject) return readSelection(stay);
	globalThis.digitLensRegion = subject.place;
	await showReading(only(subject), subject.place, stay, {
		label: t("picker.changeRegion"),
		run: () => void readSelection(beginStay(), { initial: subject.place() }),
	});
}

function readElement(element: Element, stay: Stay): Promise<void> {
	return showReading(subjectsOf(element), () => viewportBox(element), stay, {
		label: t("region.select"),
		run: () => void readSelection(beginStay()),
	});
}

async function* subjectsOf(element: Element): AsyncGenerator<Subject> {
	for (const source of SOURCES) {
		// Pages are full of surprises; one way that fails must not close the others.
		const subject = await source(element).catch(() => null);
		if (subject) yield subject;
	}
}

async function* only(subject: Subject): AsyncGenerator<Subject> {
	yield subject;
}

import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import type { PickTask } from "../../lib/protocol.ts";
import { drawForField } from "./draw-for-field.ts";
import { beneath, findTarget } from "./find.ts";
import { notThere } from "./not-there.ts";
import { placeOf } from "./place-of.ts";
import { selectRegion } from "./select-region.ts";
import { beginSession, type Session } from "./session.ts";
import { type Subjects, showReading } from "./show-reading.ts";
import { SOURCES } from "./sources/list.ts";
import { cutOut } from "./sources/screenshot.ts";
import type { Subject } from "./sources/source.ts";
import { viewportBox } from "./viewport.ts";

/** Why a region is asked for instead. */
const HINTS = {
	"foreign-frame": () => ({ hint: t("picker.foreignFrame") }),
	page: () => ({ hint: t("picker.nothingRightThere") }),
	nothing: () => ({}),
};

/** Does what the background asked for; resolves when the reading is shown, or never when the person leaves before. */
export async function perform(task: PickTask, session: Session): Promise<void> {
	switch (task.kind) {
		case "region":
			return readSelection(session);
		case "again":
			return globalThis.digitLensRegion
				? readRegion(globalThis.digitLensRegion(), session, globalThis.digitLensDigits)
				: readSelection(session);
		case "draw":
			return session.field ? drawForField(session.field, session) : session.end();
		case "element": {
			if (session.again) return session.again(session);
			const target = findTarget(task.address);
			if (target.kind === "element") return readElement(target.element, session);
			return readSelection(session, HINTS[target.kind]());
		}
	}
}

async function readSelection(session: Session, how: Parameters<typeof selectRegion>[1] = {}): Promise<void> {
	const digits = globalThis.digitLensDigits;
	const selection = await selectRegion(session, { ...how, ...(digits !== undefined && { digits }) });
	return selection.kind === "element"
		? readElement(selection.element, session)
		: readRegion(selection.region, session, selection.digits);
}

async function readRegion(region: Box, session: Session, digits: number | undefined): Promise<void> {
	// What lies in its middle carries the region along when the page or a part of it scrolls.
	const middle = [region.x + region.width / 2, region.y + region.height / 2] as const;
	const subject = cutOut(region, beneath(...middle));
	if (!subject) return readSelection(session);
	globalThis.digitLensRegion = subject.place;
	globalThis.digitLensDigits = digits;
	session.reread = (next) => readRegion(subject.place(), next, digits);
	const next = {
		label: t("picker.changeRegion"),
		run: () => void readSelection(beginSession(), { initial: subject.place() }),
	};
	await showReading(only(subject), subject.place, session, next, digits);
}

function readElement(element: Element, session: Session): Promise<void> {
	session.reread = (next) => readElement(element, next);
	return showReading(
		subjectsOf(element),
		placeOf(element, () => viewportBox(element)),
		session,
		{
			label: t("region.select"),
			run: () => void readSelection(beginSession()),
		},
	);
}

async function* subjectsOf(element: Element): Subjects {
	const why = await notThere(element);
	if (why !== null) return why;
	for (const source of SOURCES) {
		// Pages are full of surprises; one way that fails must not close the others.
		const subject = await source(element).catch(() => null);
		if (subject) yield subject;
	}
	return undefined;
}

async function* only(subject: Subject): Subjects {
	yield subject;
	return undefined;
}

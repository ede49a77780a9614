import * as v from "valibot";
import { RANGES } from "../models/input.ts";
import { isOwn, type OwnModel } from "../models/own-model.ts";
import { number, soundItems, withoutTwins } from "../stored/sound-items.ts";
import { stored, type Watchable } from "./stored.ts";

const convention = v.object({
	range: v.picklist(RANGES),
	inverted: v.boolean(),
	fit: v.picklist(["pad", "resize"]),
});

const OWN_MODEL = v.object({
	id: v.pipe(v.string(), v.check(isOwn)),
	name: v.string(),
	format: v.string(),
	guessed: v.boolean(),
	bytes: v.pipe(number, v.minValue(0)),
	input: convention,
	attempts: v.array(
		v.object({ convention, digits: v.pipe(number, v.minValue(1)), right: v.pipe(number, v.minValue(0)) }),
	),
});

/** The imported models on this device, the newest last; their networks lie in IndexedDB, so that this stays small. */
export const ownModels = stored<readonly OwnModel[]>("local:ownModels", (left) =>
	withoutTwins(soundItems(OWN_MODEL)(left)),
);

/** Whether something of that list cannot be read: it is missing from `ownModels`, and gone with the next change. */
export const ownModelsDamaged: Watchable<boolean> = stored("local:ownModels", (left) => {
	if (left === null) return false;
	return !Array.isArray(left) || soundItems(OWN_MODEL)(left).length < left.length;
});

import * as v from "valibot";
import { RANGES } from "../models/input.ts";
import type { OwnModel } from "../models/own-model.ts";
import { number, soundItems } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

const convention = v.object({
	range: v.picklist(RANGES),
	inverted: v.boolean(),
	fit: v.picklist(["pad", "resize"]),
});

const OWN_MODEL = v.object({
	id: v.string(),
	name: v.string(),
	format: v.string(),
	guessed: v.boolean(),
	bytes: number,
	input: convention,
	attempts: v.array(v.object({ convention, digits: number, right: number })),
});

/** The imported models on this device, the newest last; their networks lie in IndexedDB, so that this stays small. */
export const ownModels = stored<readonly OwnModel[]>("local:ownModels", soundItems(OWN_MODEL));

/** One change at a time, whoever makes it. */
export const changeOwnModels = (how: (kept: readonly OwnModel[]) => readonly OwnModel[]): Promise<void> =>
	navigator.locks.request("ownModels", async () => ownModels.setValue(how(await ownModels.getValue())));

import * as v from "valibot";
import type { PickTask } from "../protocol.ts";
import { number, soundOr } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

/** What a person asked for in a tab and has not got yet: the background may die on the way. */
export interface PendingTask {
	readonly id: string;
	readonly tabId: number;
	/** Address of the page, where the browser tells it. */
	readonly url?: string | undefined;
	readonly task: PickTask;
	/** Milliseconds since 1970. */
	readonly at: number;
}

const PENDING = v.object({
	id: v.string(),
	tabId: v.pipe(v.number(), v.safeInteger()),
	url: v.optional(v.string()),
	task: v.variant("kind", [
		v.object({ kind: v.literal("element"), address: v.optional(v.string()) }),
		v.object({ kind: v.picklist(["region", "again", "draw"]) }),
	]),
	at: number,
});

/** Noted before the work on it, and forgotten once the page has it: one that is found was interrupted. */
export const pendingTask = stored<PendingTask | null>(
	"session:pendingTask",
	soundOr(v.nullable(PENDING) as v.GenericSchema<unknown, PendingTask | null>, null),
);

import { wrap } from "comlink";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import type { Laboratory } from "../../lib/lab/laboratory.ts";
import type { OwnModel } from "../../lib/models/own-model.ts";
import { lazy } from "../../lib/tasks/lazy.ts";
import LaboratoryWorker from "./worker.ts?worker";

/** The lab's worker, started at the first call. */
export const openLaboratory = lazy(async (): Promise<Laboratory> => {
	const laboratory = wrap<Laboratory>(new LaboratoryWorker());
	let before = await ownModels.getValue();
	ownModels.watch((now) => {
		for (const id of changed(before, now)) void laboratory.forget(id);
		before = now;
	});
	return laboratory;
});

/** Ids of models that are gone, or that digits go into in another way. */
function changed(before: readonly OwnModel[], now: readonly OwnModel[]): string[] {
	const inputs = new Map(now.map(({ id, input }) => [id, JSON.stringify(input)]));
	return before.filter(({ id, input }) => inputs.get(id) !== JSON.stringify(input)).map(({ id }) => id);
}

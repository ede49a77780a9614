import type { ReadonlySignal } from "@preact/signals";
import { createSpeedTest } from "../../components/lab/speed/speed-state.ts";
import { SpeedView } from "../../components/lab/speed/speed-view.tsx";
import { request } from "../../lib/browser/client.ts";
import type { ListedModel } from "../../lib/models/listed-model.ts";

export async function openSpeed(models: ReadonlySignal<readonly ListedModel[]>) {
	const speed = createSpeedTest({
		models,
		measure: (model, batch, rounds) => request("measureModel", { model, batch, rounds }),
	});
	return <SpeedView test={speed} />;
}

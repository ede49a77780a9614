import { createSpeedTest } from "../../components/lab/speed/speed-state.ts";
import { SpeedView } from "../../components/lab/speed/speed-view.tsx";
import { request } from "../../lib/browser/client.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

export async function openSpeed() {
	const speed = createSpeedTest({
		models: MODELS.map(({ id }) => id),
		measure: (model, batch, rounds) => request("measureModel", { model, batch, rounds }),
	});
	return <SpeedView test={speed} />;
}

import { render } from "preact";
import { LabPage } from "../../components/lab/lab-page.tsx";
import { createLabState } from "../../components/lab/lab-state.ts";
import { createSpeedTest } from "../../components/lab/speed-state.ts";
import { fetchCard, fetchDigitPictures } from "../../lib/browser/cards.ts";
import { request } from "../../lib/browser/client.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

const asked = new URLSearchParams(location.search).get("model");
const [{ model: chosen }, pictures] = await Promise.all([getSettings(), fetchDigitPictures()]);
const lab = createLabState(MODELS.some(({ id }) => id === asked) ? asked! : chosen);

const speed = createSpeedTest({
	models: MODELS.map(({ id }) => id),
	measure: (model, batch, rounds) => request("measureModel", { model, batch, rounds }),
});

render(<LabPage lab={lab} pictures={pictures} speed={speed} />, document.getElementById("root")!);

for (const { id } of MODELS) void fetchCard(id).then((card) => lab.addCard(id, card));

import type { ModelCard } from "../../../lib/models/card.ts";
import { formatBytes, share } from "../../options/card-facts.ts";

/** What the model is and how good it is, in figures. */
export function Overview({ card }: { card: ModelCard }) {
	const { evaluation, recipe } = card;
	const rows: [name: string, value: string][] = [];
	for (const [name, report] of [
		["MNIST test digits", evaluation?.test],
		["Validation digits", evaluation?.validation],
	] as const) {
		if (!report) continue;
		const [low, high] = report.accuracy.interval;
		rows.push([name, `${share(report.accuracy.value)} right (95 %: ${share(low)} to ${share(high)})`]);
	}
	const calibration = (evaluation?.test ?? evaluation?.validation)?.calibration;
	if (calibration) rows.push(["Expected calibration error", share(calibration.expectedError)]);
	if (evaluation)
		rows.push([
			"Time for one digit",
			`${evaluation.milliseconds.alone.toPrecision(2)} ms alone, ${evaluation.milliseconds.inBatch.toPrecision(2)} ms in a batch of 64`,
		]);
	rows.push(
		["Size", `${formatBytes(card.bytes)}, ${card.parameters.toLocaleString("en")} parameters`],
		["Recipe", recipe.description],
		["Trained on", recipe.trainedOn.join(", ")],
		["Kept", `epoch ${card.bestEpoch} of ${card.history.length}, which validated best`],
		["Made", `${card.date}, seed ${card.seed}, commit ${card.commit}`],
		["Reproduces", card.origin],
	);
	return (
		<dl class="facts">
			{rows.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

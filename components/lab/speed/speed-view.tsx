import { MODELS } from "../../../lib/models/catalogue.ts";
import { Part } from "../part.tsx";
import type { createSpeedTest, Speed } from "./speed-state.ts";

type SpeedTest = ReturnType<typeof createSpeedTest>;

/** Every model's speed on this computer, measured on demand. */
export function SpeedView({ test }: { test: SpeedTest }) {
	const running = test.running.value;
	const done = Object.keys(test.speeds.value).length;
	return (
		<Part title="Speed on this computer" wide>
			<p class="quiet">
				In the very worker that reads for you; the mean without the slowest and the fastest quarter. "Loading"
				is almost nothing for a model that is in memory already.
			</p>
			<div class="work">
				<button type="button" class="button measure" aria-disabled={running} onClick={test.run}>
					Measure all models
				</button>
				{running && <progress value={done} max={MODELS.length} aria-label="Measuring" />}
				<span role="status">{statusOf(test)}</span>
			</div>
			<table class="numbers" aria-busy={running}>
				<thead>
					<tr>
						<th scope="col">Milliseconds</th>
						<th scope="col">Loading</th>
						<th scope="col">A digit among 64</th>
						<th scope="col">A digit alone</th>
						<td />
					</tr>
				</thead>
				<tbody>
					{MODELS.map(({ id, name }) => (
						<tr key={id}>
							<th scope="row">{name}</th>
							<Cells speed={test.speeds.value[id]} slowest={slowestOf(test)} />
						</tr>
					))}
				</tbody>
			</table>
		</Part>
	);
}

function Cells({ speed, slowest }: { speed: Speed | undefined; slowest: number }) {
	if (speed && "sentence" in speed) return <td colSpan={4}>{speed.sentence}</td>;
	return (
		<>
			<td>{speed?.load.toFixed(0)}</td>
			<td>{speed?.inBatch.toFixed(2)}</td>
			<td>{speed?.alone.toFixed(2)}</td>
			<td class="speed-track">
				<span class="speed-bar" style={{ width: `${((speed?.alone ?? 0) / slowest) * 100}%` }} />
			</td>
		</>
	);
}

function slowestOf({ speeds }: SpeedTest): number {
	return Math.max(...Object.values(speeds.value).map((speed) => ("alone" in speed ? speed.alone : 0)), 1e-3);
}

function statusOf({ current, speeds }: SpeedTest): string {
	if (current.value) return `Measuring ${MODELS.find(({ id }) => id === current.value)?.name}…`;
	return Object.keys(speeds.value).length > 0 ? "Measured." : "";
}

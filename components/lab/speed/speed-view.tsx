import { MODELS } from "../../../lib/models/catalogue.ts";
import { Part } from "../part.tsx";
import type { createSpeedTest, Speed } from "./speed-state.ts";

/** Every model's speed on this computer, measured on demand. */
export function SpeedView({ test }: { test: ReturnType<typeof createSpeedTest> }) {
	const running = test.running.value;
	return (
		<Part title="Speed on this computer" wide>
			<button type="button" class="button measure" aria-disabled={running} onClick={test.run}>
				{running ? "Measuring…" : "Measure all models"}
			</button>
			<table class="numbers" aria-busy={running}>
				<thead>
					<tr>
						<th scope="col">Milliseconds</th>
						<th
							scope="col"
							title="Loading it and its first digit; almost nothing when it is in memory already"
						>
							First digit
						</th>
						<th scope="col">One digit</th>
						<th scope="col">A digit of 64 at once</th>
					</tr>
				</thead>
				<tbody>
					{MODELS.map(({ id, name }) => (
						<tr key={id}>
							<th scope="row">{name}</th>
							<Cells speed={test.speeds.value[id]} />
						</tr>
					))}
				</tbody>
			</table>
		</Part>
	);
}

function Cells({ speed }: { speed: Speed | undefined }) {
	if (speed && "sentence" in speed) return <td colSpan={3}>{speed.sentence}</td>;
	return (
		<>
			<td>{speed?.load.toFixed(0)}</td>
			<td>{speed?.alone.toFixed(2)}</td>
			<td>{speed?.inBatch.toFixed(2)}</td>
		</>
	);
}

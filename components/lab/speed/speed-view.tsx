import { formatFixed, t } from "../../../lib/browser/language.ts";
import { nameOf } from "../../../lib/models/listed-model.ts";
import { Part } from "../part.tsx";
import type { createSpeedTest, Speed } from "./speed-state.ts";

type SpeedTest = ReturnType<typeof createSpeedTest>;

/** Every model's speed on this computer, measured on demand. */
export function SpeedView({ test }: { test: SpeedTest }) {
	const running = test.running.value;
	const done = Object.keys(test.speeds.value).length;
	return (
		<Part title={t("lab.speed.title")} wide>
			<p class="quiet">{t("lab.speed.about")}</p>
			<div class="work">
				<button type="button" class="button measure" aria-disabled={running} onClick={test.run}>
					{t("lab.speed.measure")}
				</button>
				{running && (
					<progress value={done} max={test.models.value.length} aria-label={t("lab.speed.measuring")} />
				)}
				<span role="status">{statusOf(test)}</span>
			</div>
			<div class="scroller">
				<table class="numbers speeds" aria-busy={running}>
					<thead>
						<tr>
							<th scope="col">{t("lab.speed.milliseconds")}</th>
							<th scope="col">{t("lab.speed.loading")}</th>
							<th scope="col">{t("lab.speed.inBatch")}</th>
							<th scope="col">{t("lab.speed.alone")}</th>
							<td />
						</tr>
					</thead>
					<tbody>
						{test.models.value.map(({ id, name }) => (
							<tr key={id}>
								<th scope="row">{name}</th>
								<Cells speed={test.speeds.value[id]} slowest={slowestOf(test)} />
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Part>
	);
}

function Cells({ speed, slowest }: { speed: Speed | undefined; slowest: number }) {
	if (speed && "sentence" in speed) return <td colSpan={4}>{speed.sentence}</td>;
	return (
		<>
			<td>{speed && formatFixed(speed.load, 0)}</td>
			<td>{speed && formatFixed(speed.inBatch, 2)}</td>
			<td>{speed && formatFixed(speed.alone, 2)}</td>
			<td class="speed-track">
				{speed && <span class="speed-bar" style={{ width: `${(speed.alone / slowest) * 100}%` }} />}
			</td>
		</>
	);
}

function slowestOf({ speeds }: SpeedTest): number {
	return Math.max(...Object.values(speeds.value).map((speed) => ("alone" in speed ? speed.alone : 0)), 1e-3);
}

function statusOf({ current, speeds, models }: SpeedTest): string {
	if (current.value) return t("lab.speed.measuringOne", { model: nameOf(models.value, current.value) });
	return Object.keys(speeds.value).length > 0 ? t("lab.speed.measured") : "";
}

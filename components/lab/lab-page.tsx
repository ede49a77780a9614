import type { ComponentChildren } from "preact";
import type { ModelCard } from "../../lib/models/card.ts";
import { ModelSelect } from "../model-select.tsx";
import { Confusion } from "./confusion.tsx";
import type { LabState } from "./lab-state.ts";
import { LayerTable } from "./layer-table.tsx";
import { type DigitPictures, Mistakes } from "./mistakes.tsx";
import { Overview } from "./overview.tsx";
import { Reliability } from "./reliability.tsx";
import { OtherSets, PerDigit } from "./reports.tsx";
import type { createSpeedTest } from "./speed-state.ts";
import { SpeedTable } from "./speed-table.tsx";
import { Training } from "./training.tsx";

interface LabProps {
	readonly lab: LabState;
	readonly pictures: DigitPictures;
	readonly speed: ReturnType<typeof createSpeedTest>;
}

/** Look inside a model: how it is built, how it was trained, and where it goes wrong. */
export function LabPage({ lab, pictures, speed }: LabProps) {
	const card = lab.card.value;
	return (
		<main class="lab">
			<header>
				<img src="/icon/128.png" width="40" height="40" alt="" />
				<h1>Digit Lens lab</h1>
				<ModelSelect model={lab.chosen} onChoose={lab.choose} />
			</header>
			{card === undefined && <p>Looking up the card of this model…</p>}
			{card === null && <p role="status">This model has no card. Choose another one.</p>}
			{card && <Card lab={lab} card={card} pictures={pictures} />}
			<Part title="Speed on this computer" wide>
				<SpeedTable test={speed} />
			</Part>
		</main>
	);
}

function Card({ lab, card, pictures }: Omit<LabProps, "speed"> & { readonly card: ModelCard }) {
	const { evaluation } = card;
	const report = evaluation?.test ?? evaluation?.validation;
	return (
		<>
			<Part title="At a glance">
				<Overview card={card} />
			</Part>
			<Part title="Layers">
				<LayerTable layers={card.layers} />
			</Part>
			<Part title="Training" wide>
				<Training lab={lab} />
			</Part>
			{evaluation && report && (
				<>
					<Part title="Confusions on the validation digits" wide>
						<Confusion lab={lab} rows={evaluation.validation.confusion} />
					</Part>
					<Part title="Mistakes on the validation digits" wide>
						<Mistakes lab={lab} pictures={pictures} />
					</Part>
					<Part title="Digit by digit">
						<PerDigit perClass={report.perClass} />
					</Part>
					<Part title="Is its confidence worth anything?">
						<Reliability bins={report.calibration.bins} />
					</Part>
				</>
			)}
			{evaluation && Object.keys(evaluation.otherSets).length > 0 && (
				<Part title="Other people's digits" wide>
					<OtherSets sets={evaluation.otherSets} />
				</Part>
			)}
		</>
	);
}

function Part({ title, wide, children }: { title: string; wide?: boolean; children: ComponentChildren }) {
	return (
		<section class="part" data-wide={wide}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

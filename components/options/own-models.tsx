import { t } from "../../lib/browser/language.ts";
import type { InputConvention, Range } from "../../lib/models/input.ts";
import { checkOf, type OwnModel } from "../../lib/models/own-model.ts";
import { formatBytes, percent } from "../numbers.ts";
import { ImportArea } from "../own-models/import-area.tsx";
import { ImportStatus } from "../own-models/import-status.tsx";
import type { OwnModelsState } from "../own-models/own-models-state.ts";
import { SaveAs } from "./save-as.tsx";

interface OwnModelsProps {
	readonly own: OwnModelsState;
	/** Whether some are missing, because what is kept of them is damaged. */
	readonly damaged: boolean;
	/** Id of the model that reads. */
	readonly model: string;
	readonly onChoose: (id: string) => void;
}

/** The imported models, and the way to import more. */
export function OwnModels({ own, damaged, model, onChoose }: OwnModelsProps) {
	const deleted = own.deleted.value;
	return (
		<section class="own" aria-labelledby="own-models">
			<h3 id="own-models">{t("own.heading")}</h3>
			<p>{t("own.about")}</p>
			{damaged && (
				<p class="trouble" role="alert">
					{t("own.damaged")}
				</p>
			)}
			<div class="models">
				{own.models.value.map((one) => (
					<OwnModelCard key={one.id} one={one} own={own} chosen={one.id === model} onChoose={onChoose} />
				))}
			</div>
			{deleted && (
				<p role="status">
					{t("own.deleted", { name: deleted.name })}{" "}
					<button type="button" class="button" onClick={() => void own.undo()}>
						{t("own.undo")}
					</button>
				</p>
			)}
			<ImportArea own={own} />
			<ImportStatus own={own} />
		</section>
	);
}

function OwnModelCard({
	one,
	own,
	chosen,
	onChoose,
}: {
	one: OwnModel;
	own: OwnModelsState;
	chosen: boolean;
	onChoose: (id: string) => void;
}) {
	const { share, weak } = checkOf(one);
	return (
		<div class="model">
			<input
				type="radio"
				name="model"
				id={one.id}
				checked={chosen}
				onChange={() => onChoose(one.id)}
				aria-describedby={`about-${one.id}`}
			/>
			<strong>
				<label for={one.id}>{one.name}</label>
			</strong>
			<div id={`about-${one.id}`}>
				<p class="model-facts">
					{t("own.facts", { format: one.format, size: formatBytes(one.bytes), percent: percent(share) })}
				</p>
				{one.guessed && <p class="model-facts">{t("own.guessed")}</p>}
				{weak && <p class="trouble">{t("own.weak", { percent: percent(share) })}</p>}
				<p class="own-actions">
					<label for={`input-${one.id}`}>{t("own.input")}</label>
					<InputSelect one={one} onChange={(input) => void own.changeInput(one.id, input)} />
					<a class="model-inside" href={`/lab.html?model=${one.id}`}>
						{t("options.model.lookInside")}
					</a>
					<SaveAs name={one.name} onSave={(format) => void own.save(one.id, one.name, format)} />
					<button
						type="button"
						class="button"
						aria-label={t("own.deleteNamed", { name: one.name })}
						onClick={() => void own.remove(one)}
					>
						{t("own.delete")}
					</button>
				</p>
			</div>
		</div>
	);
}

function InputSelect({ one, onChange }: { one: OwnModel; onChange: (input: InputConvention) => void }) {
	const key = (way: InputConvention) => JSON.stringify([way.range, way.inverted, way.fit]);
	return (
		<select
			class="select"
			id={`input-${one.id}`}
			value={key(one.input)}
			onChange={({ currentTarget }) => {
				const attempt = one.attempts.find(({ convention }) => key(convention) === currentTarget.value);
				if (attempt) onChange(attempt.convention);
			}}
		>
			{one.attempts.map(({ convention, digits, right }) => (
				<option key={key(convention)} value={key(convention)}>
					{t("own.way", { range: wayWords(convention), percent: percent(right / digits) })}
				</option>
			))}
		</select>
	);
}

const RANGE_WORDS = {
	"0-1": "own.range.unit",
	"0-255": "own.range.bytes",
	standard: "own.range.standard",
	"-1-1": "own.range.symmetric",
	binary: "own.range.binary",
	centred: "own.range.centred",
	columns: "own.range.columns",
} as const satisfies Record<Range, string>;

function wayWords({ range, inverted, fit }: InputConvention): string {
	const words = t(RANGE_WORDS[range]);
	const dark = inverted ? t("own.inverted", { range: words }) : words;
	return fit === "resize" ? t("own.resized", { range: dark }) : dark;
}

import type { ReadonlySignal } from "@preact/signals";
import { t } from "../lib/browser/language.ts";
import { MODELS } from "../lib/models/catalogue.ts";
import type { OwnModel } from "../lib/models/own-model.ts";

/** The model that reads, to be changed at once. */
export function ModelSelect({
	model,
	own,
	onChoose,
}: {
	model: ReadonlySignal<string>;
	own: ReadonlySignal<readonly OwnModel[]>;
	onChoose: (id: string) => void;
}) {
	const chosen = MODELS.find(({ id }) => id === model.value);
	return (
		<select
			class="select"
			aria-label={t("model.reads")}
			title={chosen && t(chosen.summary)}
			value={model.value}
			onChange={(event) => onChoose(event.currentTarget.value)}
		>
			{MODELS.map(({ id, name }) => (
				<option value={id} key={id}>
					{name}
				</option>
			))}
			{own.value.length > 0 && (
				<optgroup label={t("own.heading")}>
					{own.value.map(({ id, name }) => (
						<option value={id} key={id}>
							{name}
						</option>
					))}
				</optgroup>
			)}
		</select>
	);
}

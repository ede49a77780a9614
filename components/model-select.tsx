import type { ReadonlySignal } from "@preact/signals";
import { t } from "../lib/browser/language.ts";
import { MODELS } from "../lib/models/catalogue.ts";

/** The model that reads, to be changed at once. */
export function ModelSelect({
	model,
	onChoose,
}: {
	model: ReadonlySignal<string>;
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
		</select>
	);
}

import type { ReadonlySignal } from "@preact/signals";
import { MODELS } from "../lib/models/catalogue.ts";

/** The model that reads, to be changed at once. */
export function ModelSelect({
	model,
	onChoose,
}: {
	model: ReadonlySignal<string>;
	onChoose: (id: string) => void;
}) {
	return (
		<select
			class="select"
			aria-label="Model that reads"
			title={MODELS.find(({ id }) => id === model.value)?.summary}
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

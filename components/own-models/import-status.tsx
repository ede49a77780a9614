import { t } from "../../lib/browser/language.ts";
import type { OwnModelsState } from "./own-models-state.ts";

/** What is being imported, and what became of it. */
export function ImportStatus({ own }: { own: OwnModelsState }) {
	const reading = own.reading.value;
	return (
		<div role="status" class="import-status">
			{reading !== null && (
				<p>
					{t("own.reading", { name: reading })} <progress />{" "}
					<button type="button" class="button" onClick={() => own.stop()}>
						{t("own.stop")}
					</button>
				</p>
			)}
			{own.outcomes.value.map(({ ok, sentence }) => (
				<p key={sentence} class={ok ? "" : "import-refused"}>
					{sentence}
				</p>
			))}
		</div>
	);
}

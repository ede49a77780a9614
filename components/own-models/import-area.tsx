import { t } from "../../lib/browser/language.ts";
import { FileDrop } from "../file-drop.tsx";
import type { OwnModelsState } from "./own-models-state.ts";

/** Where models are brought. */
export function ImportArea({ own }: { own: OwnModelsState }) {
	return (
		<FileDrop
			name={t("own.source")}
			title={t("own.title")}
			how={t("own.how")}
			busy={own.reading.value !== null}
			onFiles={(files) => void own.importChosen(files)}
		/>
	);
}

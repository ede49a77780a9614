import { t } from "../../lib/browser/language.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../lib/models/formats/export-formats.ts";

/** Saves a model as a file of another program. */
export function SaveAs({ name, onSave }: { name: string; onSave: (format: ExportFormat) => void }) {
	return (
		<select
			class="select save-as"
			aria-label={t("own.saveNamed", { name })}
			value=""
			onChange={({ currentTarget }) => {
				onSave(currentTarget.value as ExportFormat);
				currentTarget.value = "";
			}}
		>
			<option value="" disabled hidden>
				{t("own.save")}
			</option>
			{EXPORT_FORMATS.map((format) => (
				<option key={format} value={format}>
					{format}
				</option>
			))}
		</select>
	);
}

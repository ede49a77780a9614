import { useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import type { OptionsState } from "./options-state.ts";

/** All settings together: as a file, and back to the first ones. */
export function OwnSettings({ options }: { options: OptionsState }) {
	const input = useRef<HTMLInputElement>(null);
	const { replaced, trouble } = options;
	return (
		<section aria-labelledby="all">
			<h2 id="all">{t("options.place.all")}</h2>
			<p>{t("options.all.about")}</p>
			<div class="buttons">
				<button type="button" class="button" onClick={options.saveToFile}>
					{t("options.all.save")}
				</button>
				<button type="button" class="button" onClick={() => input.current?.click()}>
					{t("options.all.load")}
				</button>
				<button type="button" class="button" onClick={options.reset}>
					{t("options.all.reset")}
				</button>
				<input
					ref={input}
					type="file"
					accept="application/json,.json"
					hidden
					aria-label={t("options.all.file")}
					onChange={({ currentTarget }) => {
						const [file] = currentTarget.files ?? [];
						if (file) void options.loadFile(file);
						currentTarget.value = "";
					}}
				/>
			</div>
			{trouble.value && (
				<p class="trouble" role="alert">
					{trouble.value} {t("options.all.unchanged")}
				</p>
			)}
			<p class="replaced" role="status">
				{replaced.value && (
					<>
						{replaced.value.sentence}{" "}
						<button type="button" class="link" onClick={options.undo}>
							{t("undo")}
						</button>
					</>
				)}
			</p>
		</section>
	);
}

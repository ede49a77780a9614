import { useSignal } from "@preact/signals";
import type { TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { RichText } from "../../rich-text.tsx";
import type { EvaluateState } from "./evaluate-state.ts";

/** Where digits come from. */
export interface Sources {
	readonly chosen: (files: FileList) => void;
	readonly dropped: (items: DataTransfer) => void;
	/** The digits of the package itself, and how many they are. */
	readonly packaged: () => void;
	readonly packagedCount: number;
}

/** Drop, choose, or try with what is there. */
export function SourcePicker({ state, sources }: { state: EvaluateState; sources: Sources }) {
	const over = useSignal(false);
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement>(null);
	const busy = state.work.value !== null;

	function choose({ currentTarget: input }: TargetedEvent<HTMLInputElement>): void {
		if (input.files?.length) sources.chosen(input.files);
		// Emptied, so that the same files can be chosen again.
		input.value = "";
	}

	return (
		<section
			class="drop"
			aria-label={t("lab.evaluate.source")}
			data-over={over.value}
			onDragOver={(event) => {
				event.preventDefault();
				over.value = true;
			}}
			onDragLeave={() => {
				over.value = false;
			}}
			onDrop={(event) => {
				event.preventDefault();
				over.value = false;
				if (!busy && event.dataTransfer) sources.dropped(event.dataTransfer);
			}}
		>
			<p>
				<strong>{t("lab.evaluate.drop")}</strong>
			</p>
			<p class="quiet">
				<RichText words={t("lab.evaluate.how")} parts={{ path: (path) => <code>{path}</code> }} />
			</p>
			<div class="evaluate-actions">
				<button
					type="button"
					class="button"
					aria-disabled={busy}
					onClick={() => !busy && files.current?.click()}
				>
					{t("lab.evaluate.chooseFiles")}
				</button>
				<button
					type="button"
					class="button"
					aria-disabled={busy}
					onClick={() => !busy && folder.current?.click()}
				>
					{t("lab.evaluate.chooseFolder")}
				</button>
				<button type="button" class="link" aria-disabled={busy} onClick={() => !busy && sources.packaged()}>
					{t("lab.evaluate.tryPackaged", { count: formatNumber(sources.packagedCount) })}
				</button>
			</div>
			<input ref={files} type="file" multiple hidden onChange={choose} />
			<input
				ref={(input) => {
					folder.current = input;
					// Every browser has it; no standard and so no type does.
					input?.setAttribute("webkitdirectory", "");
				}}
				type="file"
				hidden
				onChange={choose}
			/>
		</section>
	);
}

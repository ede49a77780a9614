import { useSignal } from "@preact/signals";
import type { ComponentChildren, TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../../../lib/browser/language.ts";
import { RichText } from "../../rich-text.tsx";

/** What becomes of files that a person brings. */
export interface FileSources {
	readonly chosen: (files: FileList) => void;
	readonly dropped: (items: DataTransfer) => void;
}

interface DropProps {
	readonly name: string;
	readonly title: string;
	/** Which files can be brought, with <path> around examples. */
	readonly how: string;
	readonly busy: boolean;
	readonly sources: FileSources;
	/** Other ways, after the two of choosing. */
	readonly children?: ComponentChildren;
}

/** A place where files and folders can be dropped, or chosen. */
export function Drop({ name, title, how, busy, sources, children }: DropProps) {
	const over = useSignal(false);
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement>(null);

	function choose({ currentTarget: input }: TargetedEvent<HTMLInputElement>): void {
		if (input.files?.length) sources.chosen(input.files);
		// Emptied, so that the same files can be chosen again.
		input.value = "";
	}

	return (
		<section
			class="drop"
			aria-label={name}
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
				<strong>{title}</strong>
			</p>
			<p class="quiet">
				<RichText words={how} parts={{ path: (path) => <code>{path}</code> }} />
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
				{children}
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

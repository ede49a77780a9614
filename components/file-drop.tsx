import { useSignal } from "@preact/signals";
import type { ComponentChildren, TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import { type ChosenFile, filesOfDrop, filesOfInput } from "../lib/browser/chosen-files.ts";
import { t } from "../lib/browser/language.ts";
import { RichText } from "./rich-text.tsx";

interface FileDropProps {
	readonly name: string;
	readonly title: string;
	/** Which files can be brought, with <path> around examples. */
	readonly how: string;
	readonly busy: boolean;
	/** What becomes of files that a person brings; those of a drop are found one after the other. */
	readonly onFiles: (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) => void;
	/** Other ways, after the two of choosing. */
	readonly children?: ComponentChildren;
}

/** A place where files and folders can be dropped, or chosen. */
export function FileDrop({ name, title, how, busy, onFiles, children }: FileDropProps) {
	const over = useSignal(false);
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement>(null);

	function choose({ currentTarget: input }: TargetedEvent<HTMLInputElement>): void {
		if (input.files?.length) onFiles(filesOfInput(input.files));
		// Emptied, so that the same files can be chosen again.
		input.value = "";
	}

	return (
		<section
			class="file-drop"
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
				if (!busy && event.dataTransfer) onFiles(filesOfDrop(event.dataTransfer));
			}}
		>
			<p>
				<strong>{title}</strong>
			</p>
			<p class="quiet">
				<RichText words={how} parts={{ path: (path) => <code>{path}</code> }} />
			</p>
			<div class="file-drop-ways">
				<button
					type="button"
					class="button"
					aria-disabled={busy}
					onClick={() => !busy && files.current?.click()}
				>
					{t("files.choose")}
				</button>
				<button
					type="button"
					class="button"
					aria-disabled={busy}
					onClick={() => !busy && folder.current?.click()}
				>
					{t("files.chooseFolder")}
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

import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import type { OpenedPicture } from "../../lib/browser/saved-pad.ts";
import { type RejectedPiece, unread } from "../../lib/reading/reading.ts";
import { RichText } from "../rich-text.tsx";
import { ThinProgress } from "../thin-progress.tsx";
import { PartSelector } from "./part-selector.tsx";
import type { PictureState } from "./picture-state.ts";

interface PictureViewProps {
	readonly state: PictureState;
	/** The person chose a file. */
	readonly onFile: (file: File) => void;
	/** Why a file has to be chosen here, where it was to be chosen elsewhere. */
	readonly hint?: string;
	/** Instead of the browser's dialog for files, where that would close this window. */
	readonly onChooseElsewhere?: () => void;
}

/** The picture, a frame around every digit that was read; without one, the ways to bring one. */
export function PictureView({ state, ...invitation }: PictureViewProps) {
	return (
		<div class="sheet picture-sheet" aria-busy={state.busy.value}>
			<Content state={state} {...invitation} />
			{state.choosing.value && <PartSelector state={state} />}
			{state.busy.value && (
				<p class="picture-busy" role="status">
					{t("reading.busy")}
				</p>
			)}
			<ThinProgress share={state.progress.value} label={t("reading.busy")} />
		</div>
	);
}

/** What is being read is seen while it is read. */
function Content({ state, ...invitation }: PictureViewProps) {
	if (state.pending.value) return <Picture {...state.pending.value} isPending />;
	return state.picture.value ? <Framed state={state} /> : <Invitation {...invitation} />;
}

function Picture({ url, name, isPending }: Pick<OpenedPicture, "url" | "name"> & { isPending: boolean }) {
	const alt = name ? t("picture.named", { name }) : t("picture.unnamed");
	return <img class="picture" src={url} alt={alt} data-pending={isPending} />;
}

function Framed({ state }: { state: PictureState }) {
	const { width, height } = state.size.value;
	const reading = state.reading.value;
	const looked = state.looked.value;
	const lookAt = (piece: RejectedPiece) => {
		const index = state.refused.value.findIndex(({ refused }) => refused === piece);
		if (index >= 0) state.lookAtRefused(index);
	};
	return (
		<>
			<Picture {...state.picture.value!} isPending={false} />
			<svg class="picture-frames" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
				{(reading ? unread(reading) : []).map((piece) => (
					// biome-ignore lint/a11y/noStaticElementInteractions: what was left out is looked at with the button below; this is a short cut to it
					<rect
						class="frame-refused"
						data-chosen={looked?.refused === piece}
						{...piece.box}
						onClick={() => lookAt(piece)}
					/>
				))}
				{reading?.digits.map(({ box }, index) => (
					// biome-ignore lint/a11y/noStaticElementInteractions: the digits of the number are the controls; this is a short cut to them
					<rect
						class="picture-digit"
						data-chosen={!looked?.refused && state.selected.value === index}
						{...box}
						onClick={() => {
							state.select(index);
							state.number.choose(index);
						}}
					/>
				))}
			</svg>
		</>
	);
}

function Invitation({ onFile, hint, onChooseElsewhere }: Omit<PictureViewProps, "state">) {
	const input = useRef<HTMLInputElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	// Whoever came for it has it under Enter.
	useLayoutEffect(() => {
		if (hint) button.current?.focus();
	}, [hint]);
	return (
		<div class="picture-invitation">
			{hint && <p class="picture-hint">{hint}</p>}
			<p>
				<RichText
					words={t("picture.paste")}
					parts={{ b: (text) => <strong>{text}</strong>, key: (name) => <kbd>{name}</kbd> }}
				/>
			</p>
			<button
				ref={button}
				type="button"
				class="button"
				onClick={onChooseElsewhere ?? (() => input.current?.click())}
			>
				{t("picture.choose")}
			</button>
			<input
				ref={input}
				type="file"
				accept="image/*"
				hidden
				aria-label={t("picture.file")}
				onChange={({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					if (file) onFile(file);
					currentTarget.value = "";
				}}
			/>
		</div>
	);
}

import { computed, signal } from "@preact/signals";
import { readingId } from "../../lib/browser/follow-reading.ts";
import { sentenceOf } from "../../lib/browser/language.ts";
import type { OpenedPicture, SavedPicture } from "../../lib/browser/saved-pad.ts";
import type { Box } from "../../lib/geometry.ts";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";
import { leftAs } from "../../lib/reading/draft-edit.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import type { Following } from "../../lib/tasks/batches.ts";
import { begin, change, redo, type UndoHistory, undo } from "../../lib/undo-history.ts";
import { type Correct, createReader } from "../reading/reader.ts";

export interface PictureEffects {
	/** Asks for the reading of a picture, which is seen for the first time or not; expected failures are values. */
	readonly readPicture: (
		picture: OpenedPicture,
		isNew: boolean,
		/** Ended when nobody waits for it any more; told what share of it is done once it takes a while. */
		following: Required<Pick<Following, "signal" | "onProgress">>,
	) => Promise<Outcome<PictureReading>>;
	/** Called with every picture before and after it is read, and with null when it was put away. */
	readonly savePicture: (saved: SavedPicture | null) => void;
	/** A part of a picture as a picture of its own; `part` is a share of its width and height. Rejects with a sentence. */
	readonly cutOut: (url: string, part: Box) => Promise<string>;
	/** Told of every correction, by the name of the past reading. */
	readonly correct?: Correct;
	/** What was saved last. */
	readonly savedPicture?: SavedPicture | null;
}

export type PictureState = ReturnType<typeof createPictureState>;

/** How many pictures undo goes back: each may be megabytes. */
const STEPS = 3;

/** A picture as a thing to read, without its looks. */
export function createPictureState({
	readPicture,
	savePicture,
	cutOut,
	savedPicture,
	correct,
}: PictureEffects) {
	const history = signal<UndoHistory<OpenedPicture | null>>(begin(savedPicture?.picture ?? null));
	const picture = computed(() => history.value.now);
	/** Width and height of the picture in its own pixels, in which the boxes of the reading are. */
	const size = signal({ width: savedPicture?.result?.width ?? 1, height: savedPicture?.result?.height ?? 1 });
	/** The pictures that were read once. */
	const known = new Set(savedPicture?.result && [savedPicture.picture.url]);
	/** What stands here with its reading, to be saved again when another one cannot be read. */
	let standing = savedPicture ?? null;
	const busy = signal(false);
	/** What is read now, while something else stands here, or nothing. */
	const pending = signal<OpenedPicture | null>(null);
	/** True while the person selects a part of it. */
	const choosing = signal(false);
	/** What share of the reading is done, 0..1; null as long as nobody has waited for it. */
	const progress = signal<number | null>(null);
	/** Ends the reading under way. */
	let underWay = new AbortController();
	const { ask, forget, adopt, ...reader } = createReader(
		read,
		savedPicture?.result?.reading ?? null,
		keepDraft,
		// The past reading has a name of its own.
		(name, ...corrected) => {
			keepDraft();
			correct?.(standing?.picture.pastId ?? standing?.result?.pastId ?? name, ...corrected);
		},
		savedPicture?.draft,
		(read) => {
			const text = standing?.picture.pastText;
			return text === undefined ? read : leftAs(read, text);
		},
	);

	function keepDraft(): void {
		const { number } = reader;
		if (!standing || (!number.isEdited.value && !standing.draft)) return;
		const { picture, result } = standing;
		standing = { picture, result, ...(number.isEdited.value && { draft: number.draft.value }) };
		savePicture(standing);
	}

	/** What is still being read is not waited for, and changes nothing any more. */
	function stop(): void {
		underWay.abort();
		choosing.value = false;
		pending.value = null;
	}

	/** Puts what is being read away again; what stood here before stands. */
	function putBack(): void {
		stop();
		savePicture(standing);
	}

	function askFor(next: OpenedPicture): void {
		stop();
		if (next !== picture.value) pending.value = next;
		ask(next);
	}

	/** A picture stands here once it was read: one that cannot be read takes nobody's place. */
	async function read(asked: OpenedPicture): Promise<Outcome<Reading> | null> {
		busy.value = true;
		underWay = new AbortController();
		const { signal } = underWay;
		try {
			const isNew = !known.has(asked.url) && asked.pastId === undefined;
			if (isNew) savePicture({ picture: asked, result: null });
			const onProgress = (share: number) => {
				progress.value = share;
			};
			const outcome = await readPicture(asked, isNew, { signal, onProgress });
			if (signal.aborted) return null;
			if (!outcome.ok) {
				if (isNew) savePicture(standing);
				return outcome;
			}
			known.add(asked.url);
			const { reading, width, height } = outcome.value;
			size.value = { width, height };
			if (asked !== picture.value) {
				const next = change(history.value, asked);
				history.value = { ...next, past: next.past.slice(-STEPS) };
				reader.chosen.value = null;
			}
			standing = { picture: asked, result: outcome.value };
			savePicture(standing);
			return { ok: true, value: reading };
		} catch (error) {
			if (signal.aborted) return null;
			throw error;
		} finally {
			busy.value = false;
			if (pending.value === asked) pending.value = null;
			progress.value = null;
		}
	}

	function choosePart(on: boolean): void {
		choosing.value = on && picture.value !== null;
	}

	function become(next: UndoHistory<OpenedPicture | null>): void {
		if (next === history.value) return;
		stop();
		history.value = next;
		reader.chosen.value = null;
		forget();
		readNow();
	}

	function readNow(): void {
		if (picture.value) askFor(picture.value);
		else {
			standing = null;
			savePicture(null);
		}
	}

	return {
		...reader,
		picture,
		pending,
		size,
		/** True while a picture is read. */
		busy,
		progress,
		drawing: busy,
		/** Nothing is erased in a picture. */
		erasing: signal(false),
		hasInk: computed(() => picture.value !== null || pending.value !== null),
		canUndo: computed(() => history.value.past.length > 0 || pending.value !== null),
		canRedo: computed(() => history.value.undone.length > 0),

		/** Takes what another page of the extension has saved, once it is read. */
		adopt(saved: SavedPicture | null): void {
			if (saved && !saved.result) return;
			stop();
			standing = saved;
			history.value = begin(saved?.picture ?? null);
			adopt(saved?.result?.reading ?? null, saved?.draft);
			if (!saved?.result) return;
			const { width, height } = saved.result;
			known.add(saved.picture.url);
			size.value = { width, height };
		},
		/** Reads another picture. */
		open: askFor,
		choosing,
		choosePart,
		/**
		 * Reads a part of the picture, given as shares of its width and height, of which so many digits are expected;
		 * undo brings the whole back.
		 */
		async readPart(part: Box, digits?: number): Promise<void> {
			const whole = picture.value;
			choosing.value = false;
			if (!whole) return;
			try {
				const url = await cutOut(whole.url, part);
				const expected = digits !== undefined && { digits };
				if (picture.value === whole) askFor({ url, name: whole.name, id: readingId(), ...expected });
			} catch (error) {
				reader.failure.value = sentenceOf(error);
			}
		},
		/** Says why something could not be opened. */
		fail(sentence: string): void {
			reader.failure.value = sentence;
		},
		undo: () => (pending.value ? putBack() : become(undo(history.value))),
		redo: () => become(redo(history.value)),
		/** Puts the picture away; undo brings it back. */
		clear(): void {
			if (picture.value) become(change(history.value, null));
			else if (pending.value) putBack();
		},
		/** Asks again, for instance because another model was chosen. */
		reread: readNow,
	};
}

import { sentenceOf, t } from "../../lib/browser/language.ts";
import type { Data } from "../../lib/browser/messaging.ts";
import type { Pixels } from "../../lib/image/pixels.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Classify, Model } from "../../lib/models/verdict.ts";
import type { Outcome, Picture, PictureReading } from "../../lib/protocol.ts";
import { displayText, type Reading } from "../../lib/reading/reading.ts";
import { type Following, restIn } from "../../lib/tasks/batches.ts";
import { createTurns } from "../../lib/tasks/turns.ts";
import { sentenceIn } from "../../lib/user-error.ts";
import type { Engine, ReadyModel } from "./engine.ts";
import type { SeenPicture } from "./memory.ts";

/** What the reading of a picture needs. */
type PictureDeps = Model & Required<Following> & { readonly expected?: number };

export interface ReadingEffects<Sender> {
	readonly engine: Pick<Engine, "model" | "chosenModel">;
	readonly readInk: (strokes: readonly Stroke[], deps: Model) => Promise<Reading>;
	readonly readGlyph: (glyph: string, deps: Model) => Promise<Reading>;
	readonly readPicture: (pixels: Pixels, deps: PictureDeps) => Promise<Reading>;
	/** Who asks, the same however often they do: names of readings are their own. */
	readonly ownerOf: (sender: Sender) => string;
	/** Rejects with a UserError where the pixels cannot be had. */
	readonly pixelsOf: (picture: Picture, sender: Sender) => Promise<Pixels>;
	/** Told of every reading of a picture before it is answered; false where there is no room to keep it. */
	readonly remember: (seen: SeenPicture, sender: Sender) => Promise<boolean>;
}

/** Answers the requests for readings. */
export function createReadings<Sender>({
	engine,
	readInk,
	readGlyph,
	readPicture,
	ownerOf,
	pixelsOf,
	remember,
}: ReadingEffects<Sender>) {
	async function ready(model: string | undefined): Promise<Outcome<ReadyModel>> {
		try {
			return {
				ok: true,
				value: await (model === undefined ? engine.chosenModel() : engine.model(model)),
			};
		} catch (error) {
			return { ok: false, sentence: t("error.modelNotStarted", { reason: sentenceOf(error) }) };
		}
	}

	/** What this model reads; or why a part of it could not be loaded. */
	async function answer(
		id: string | undefined,
		read: (model: ReadyModel) => Promise<Reading>,
	): Promise<Outcome<Reading>> {
		const model = await ready(id);
		if (!model.ok) return model;
		try {
			return { ok: true, value: await read(model.value) };
		} catch (error) {
			if (sentenceIn(error)) return { ok: false, sentence: sentenceOf(error) };
			throw error;
		}
	}

	/** The readings of pictures that can be followed and cancelled. */
	const running = new Set<{
		readonly id: string;
		/** Nobody else's reading has the same. */
		readonly name: string;
		readonly controller: AbortController;
		share: number;
	}>();
	const end = (which: (reading: { readonly id: string; readonly name: string }) => boolean) => {
		for (const reading of running) if (which(reading)) reading.controller.abort();
	};

	// Pictures share the thread with each other; ink and glyphs, whose answers people watch, wait for none of them.
	const { inTurns, first } = createTurns();

	return {
		async readInk(request: Data<"readInk">): Promise<Outcome<Reading>> {
			return first(() => answer(request.model, (model) => readInk(request.strokes, model)));
		},

		async readGlyph(request: Data<"readGlyph">): Promise<Outcome<Reading>> {
			return first(() => answer(request.model, (model) => readGlyph(request.glyph, model)));
		},

		async readPicture(request: Data<"readPicture">, sender: Sender): Promise<Outcome<PictureReading>> {
			// Asked for once more under its name, a reading takes the place of the one before: who asked died, or we did.
			const { id = crypto.randomUUID(), digits } = request;
			const name = `${ownerOf(sender)} ${id}`;
			end((other) => other.name === name);
			const controller = new AbortController();
			const { signal } = controller;
			const state = { id, name, controller, share: 0 };
			running.add(state);
			try {
				// A screenshot comes first: what the person saw may be gone when a model has been loaded. Decoding a file can
				// wait, and takes a turn as every step does.
				const { picture } = request;
				const shot = picture.kind === "screenshot" ? pixelsOf(picture, sender) : undefined;
				const [model] = await untilAborted(signal, Promise.all([ready(request.model), shot]));
				if (!model.ok) return model;
				const { notice, classify, ...others } = model.value;
				const onProgress = (share: number) => {
					state.share = share;
				};
				const work = inTurns(async (rest) => {
					const following = { signal, onProgress, rest };
					signal.throwIfAborted();
					const pixels = await (shot ?? pixelsOf(picture, sender));
					await restIn(following);
					const patiently: Classify = (glyphs) => classify(glyphs, { signal, rest });
					const reading = await readPicture(pixels, {
						...others,
						classify: patiently,
						...following,
						...(digits !== undefined && { expected: digits }),
					});
					return { pixels, reading };
				});
				const { pixels, reading } = await untilAborted(signal, work);
				const { width, height } = pixels;
				const isKept = await remember(
					{
						id: name,
						text: displayText(reading),
						pixels,
						keepAs: request.keepAs,
						isApart: request.id === undefined,
					},
					sender,
				);
				const notices = [notice, isKept ? undefined : t("error.notKept")].filter(
					(told) => told !== undefined,
				);
				const told = notices.length > 0 && { notice: notices.join(" ") };
				return { ok: true, value: { reading, width, height, pastId: name, ...told } };
			} catch (error) {
				if (signal.aborted) return { ok: false, sentence: t("error.cancelled") };
				if (sentenceIn(error)) return { ok: false, sentence: sentenceOf(error) };
				throw error;
			} finally {
				running.delete(state);
			}
		},

		async cancelReading({ id }: Data<"cancelReading">): Promise<Outcome<null>> {
			end((reading) => reading.id === id);
			return { ok: true, value: null };
		},

		async readingProgress({ id }: Data<"readingProgress">): Promise<Outcome<number | null>> {
			return { ok: true, value: [...running].find((reading) => reading.id === id)?.share ?? null };
		},
	};
}

/** What a work comes to, unless it is aborted before: then it is not waited for until it rests next. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
	signal.throwIfAborted();
	let abort = () => {};
	const aborted = new Promise<never>((_, reject) => {
		abort = () => reject(signal.reason);
		signal.addEventListener("abort", abort);
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

import { encodeGlyph, type Glyph } from "../glyph.ts";
import type { Pixels } from "../image/pixels.ts";
import type { StoredModel } from "../models/format.ts";
import { classifierOf, type LoadedModel, loadWith } from "../models/loading.ts";
import { type PlacedLayer, placeLayers } from "../models/network.ts";
import type { Verdict } from "../models/verdict.ts";
import { readGlyph } from "../reading/read-glyph.ts";
import { readPicture } from "../reading/read-picture.ts";
import type { Reading } from "../reading/reading.ts";
import { createInspector, type Inspector, type LayerOutput } from "./inspector.ts";

/** The models for whoever wants to look into them. Everything rejects with a sentence where a model is broken. */
export interface Laboratory {
	read(model: string, glyph: Glyph): Promise<Reading>;
	classify(model: string, glyphs: readonly Glyph[]): Promise<Verdict[]>;
	/** Reads a whole picture, as the background does. */
	readPicture(model: string, pixels: Pixels): Promise<Reading>;
	/** The layers with their shapes, in order. */
	layers(model: string): Promise<PlacedLayer[]>;
	/** Every layer's output for a glyph. */
	activations(model: string, glyph: Glyph): Promise<LayerOutput[]>;
	/** The last hidden layer's output, a row of `width` numbers for each glyph. */
	features(
		model: string,
		glyphs: readonly Glyph[],
	): Promise<{ readonly width: number; readonly values: Float32Array }>;
	/** A weight by its name, row by row. */
	weight(model: string, name: string): Promise<Float32Array>;
	/** Frees a model that was changed or deleted; it is opened anew when it is asked for again. */
	forget(model: string): Promise<void>;
}

/** A model in memory; what is needed of it goes to the backend at its first use. */
interface Opened {
	readonly stored: StoredModel;
	readonly classifier: Once<ReturnType<typeof classifierOf>>;
	readonly inspector: Once<Inspector>;
}

/** Made at its first use, if ever. */
interface Once<T> {
	(): T;
	readonly made: () => T | undefined;
}

/** Opens models by their ids with `read`. `start` starts the backend and is called before every use. */
export function createLaboratory(
	start: () => Promise<void>,
	read: (id: string) => Promise<StoredModel>,
): Laboratory {
	const models = new Map<string, Promise<Opened>>();

	async function open(id: string): Promise<Opened> {
		await start();
		const stored = await read(id);
		return {
			stored,
			classifier: once(() => classifierOf(stored)),
			inspector: once(() => createInspector(stored)),
		};
	}

	/** Opened once; a model that could not be opened is tried anew. */
	function model(id: string): Promise<Opened> {
		let opened = models.get(id);
		if (!opened) {
			opened = open(id);
			models.set(id, opened);
			opened.catch(() => models.delete(id));
		}
		return opened;
	}

	const readers = new Map<string, Promise<LoadedModel>>();

	/** The model with its companions, for whole pictures; one that could not be loaded is tried anew. */
	function reader(id: string): Promise<LoadedModel> {
		let loading = readers.get(id);
		if (!loading) {
			loading = loadWith(read, id);
			readers.set(id, loading);
			loading.catch(() => readers.delete(id));
		}
		return loading;
	}

	return {
		read: async (id, glyph) =>
			readGlyph(encodeGlyph(glyph), { classify: (await model(id)).classifier().classify }),
		classify: async (id, glyphs) => (await model(id)).classifier().classify(glyphs),
		readPicture: async (id, pixels) => {
			await start();
			return readPicture(pixels, await reader(id));
		},
		layers: async (id) => placeLayers((await model(id)).stored.network),
		activations: async (id, glyph) => (await model(id)).inspector().activations(glyph),
		features: async (id, glyphs) => (await model(id)).inspector().features(glyphs),
		weight: async (id, name) => {
			const values = (await model(id)).stored.weights.get(name);
			if (!values) throw new Error(`The model ${id} has no weight ${name}.`);
			return values;
		},
		forget: async (id) => {
			const [opened, read] = [models.get(id), readers.get(id)];
			models.delete(id);
			readers.delete(id);
			const inMemory = await opened?.catch(() => undefined);
			for (const part of [
				inMemory?.classifier.made(),
				inMemory?.inspector.made(),
				await read?.catch(() => undefined),
			])
				part?.dispose();
		},
	};
}

function once<T>(make: () => T): Once<T> {
	let made: T | undefined;
	const get = () => {
		made ??= make();
		return made;
	};
	return Object.assign(get, { made: () => made });
}

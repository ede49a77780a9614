import { userError } from "../../../user-error.ts";

type Json = Readonly<Record<string, unknown>>;

/** Where a tensor comes from: which call of which layer. */
export interface TensorRef {
	readonly layer: string;
	readonly call: number;
}

/** One call of a layer. */
export interface Call {
	readonly inputs: readonly TensorRef[];
	/** Of an operator, what it works on: numbers, and null where the next of the inputs goes in. */
	readonly operands: readonly (number | null)[];
	/** What else is given to an operator, by its name. */
	readonly more: Json;
}

/** Of a layer that is wired to nothing. */
export const NO_CALL: Call = { inputs: [], operands: [], more: {} };

/** A layer as it stands in the file, whatever Keras wrote it. */
export interface LayerEntry {
	readonly className: string;
	readonly name: string;
	readonly config: Json;
	readonly calls: readonly Call[];
	/** What it consists of, where it is a model itself. */
	readonly model?: ModelEntry;
}

/** A model as Keras describes it. */
export interface ModelEntry {
	readonly name: string;
	readonly layers: readonly LayerEntry[];
	/** Names of the input layers, in the order of what goes in. */
	readonly inputs: readonly string[];
	readonly outputs: readonly TensorRef[];
	/** With the batch first, as far as it is said; null where a side is open. */
	readonly inputShape: readonly (number | null)[] | null;
}

export const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const unreadable = (detail: string) => userError("error.import.unreadable", { detail });

/** What a model's JSON says, of Keras 1 to 3. Throws a UserError where it is no model of layers. */
export function readTopology(model: unknown): ModelEntry {
	if (!isObject(model)) throw unreadable("no network is described");
	const entry = modelIn(model);
	if (!entry) throw userError("error.import.layer", { layer: String(model.class_name) });
	return entry;
}

function modelIn({ class_name: className, config }: Json): ModelEntry | null {
	switch (className) {
		case "Sequential":
			return sequential(config);
		case "Functional":
		case "Model":
			return functional(config);
		default:
			return null;
	}
}

function entryOf(layer: Json, name: string, calls: readonly Call[]): LayerEntry {
	const model = modelIn(layer);
	return {
		className: String(layer.class_name),
		name,
		config: layer.config as Json,
		calls,
		...(model && { model }),
	};
}

function layerObjects(list: unknown): Json[] {
	if (!Array.isArray(list)) throw unreadable("it lists no layers");
	return list.map((layer) => {
		// The config of a Sequential of Keras 2.1 is a list.
		if (!isObject(layer) || typeof layer.config !== "object" || layer.config === null)
			throw unreadable("a layer is not described");
		return layer;
	});
}

const nameOf = (layer: Json, i: number): string =>
	String(layer.name ?? (layer.config as Json).name ?? `layer ${i}`);

/** Sequential models of Keras 2.1 and before are the list itself. */
function sequential(config: unknown): ModelEntry {
	const list = Array.isArray(config) ? config : isObject(config) ? config.layers : undefined;
	const layers = layerObjects(list).map((layer, i, all): LayerEntry => {
		const inputs = i === 0 ? [] : [{ layer: nameOf(all[i - 1], i - 1), call: 0 }];
		return entryOf(layer, nameOf(layer, i), [{ ...NO_CALL, inputs }]);
	});
	if (layers.length === 0) throw unreadable("it lists no layers");
	const built = isObject(config) && Array.isArray(config.build_input_shape) ? config.build_input_shape : null;
	return {
		name: isObject(config) ? String(config.name ?? "") : "",
		layers,
		inputs: [],
		outputs: [{ layer: layers[layers.length - 1].name, call: 0 }],
		inputShape: inputShapeOf(layers[0]) ?? (built as (number | null)[] | null),
	};
}

const inputShapeOf = ({ config, model }: LayerEntry) => shapeIn(config) ?? model?.inputShape ?? null;

function functional(config: unknown): ModelEntry {
	if (!isObject(config)) throw unreadable("no network is described");
	const layers = layerObjects(config.layers).map(
		(layer, i): LayerEntry =>
			entryOf(
				layer,
				nameOf(layer, i),
				Array.isArray(layer.inbound_nodes) ? layer.inbound_nodes.map(readCall) : [],
			),
	);
	const inputs = endsIn(config.input_layers);
	const first = layers.find(({ name }) => name === inputs[0]?.layer);
	if (!first) throw unreadable("its input is not described");
	return {
		name: String(config.name ?? ""),
		layers,
		inputs: inputs.map(({ layer }) => layer),
		outputs: endsIn(config.output_layers),
		inputShape: shapeIn(first.config),
	};
}

/** [["dense", 0, 0], ...], or of one end ["dense", 0, 0]. */
function endsIn(ends: unknown): TensorRef[] {
	if (isObject(ends)) return Object.values(ends).flatMap((end) => endsIn(end));
	if (!Array.isArray(ends)) throw unreadable("its ends are not described");
	if (typeof ends[0] === "string") return [{ layer: ends[0], call: Number(ends[1]) || 0 }];
	return ends.flatMap((end) => endsIn(end));
}

/** The shape in an InputLayer's or a first layer's config, which every version of Keras names in its own way. */
function shapeIn(config: Json): readonly (number | null)[] | null {
	const shape = config.batch_input_shape ?? config.batch_shape ?? config.batchInputShape;
	if (Array.isArray(shape)) return shape as (number | null)[];
	if (typeof config.input_dim === "number") return [null, config.input_dim];
	return null;
}

const isRef = (value: unknown): value is [string, number, ...unknown[]] =>
	Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";

/** A call of Keras 2, [["conv2d", 0, 0, {}], ...], or of Keras 3, {"args": [...], "kwargs": {...}}. */
function readCall(node: unknown): Call {
	if (isObject(node)) {
		const more = isObject(node.kwargs) ? node.kwargs : {};
		const all = [...(Array.isArray(node.args) ? node.args : []), ...Object.values(more)];
		const operands = all.flatMap((one) => (typeof one === "number" ? [one] : tensorsIn(one).map(() => null)));
		return { inputs: tensorsIn(all), operands, more };
	}
	if (isRef(node)) return readCall([node]);
	if (!Array.isArray(node)) throw unreadable("the inputs of a layer are not described");
	const inputs: TensorRef[] = [];
	const operands: (number | null)[] = [];
	const more: Record<string, unknown> = {};
	const take = (value: unknown): boolean => {
		if (typeof value === "number") return operands.push(value) > 0;
		if (!isRef(value)) return false;
		// In place of a tensor a number stands like this: ["_CONSTANT_VALUE", -1, 2.0, {}].
		if (value[0] === "_CONSTANT_VALUE") return take(value[2]);
		inputs.push({ layer: value[0], call: value[1] });
		return operands.push(null) > 0;
	};
	for (const ref of node) {
		if (!take(ref)) continue;
		const named = isObject(ref[3]) ? ref[3] : {};
		for (const [key, value] of Object.entries(named)) if (key === "name" || !take(value)) more[key] = value;
	}
	return { inputs, operands, more };
}

/** Every `__keras_tensor__` in arguments that may be nested in lists. */
function tensorsIn(argument: unknown): TensorRef[] {
	if (Array.isArray(argument)) return argument.flatMap((one) => tensorsIn(one));
	if (!isObject(argument) || argument.class_name !== "__keras_tensor__" || !isObject(argument.config))
		return [];
	const history = argument.config.keras_history;
	return isRef(history) ? [{ layer: history[0], call: history[1] }] : [];
}

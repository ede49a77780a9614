/** A class or function that a pickle names. Nothing is ever looked up or called by this name. */
export class GlobalName {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}

/** Something that is kept outside the pickle, by whatever names it there. */
export class Persistent {
	readonly id: Pickled;
	constructor(id: Pickled) {
		this.id = id;
	}
}

/** What one of the known constructors was called with. */
export class Built {
	readonly by: string;
	readonly from: readonly Pickled[];
	constructor(by: string, from: readonly Pickled[]) {
		this.by = by;
		this.from = from;
	}
}

export type Pickled =
	| null
	| boolean
	| number
	| string
	| Uint8Array
	| Pickled[]
	| Map<Pickled, Pickled>
	| GlobalName
	| Persistent
	| Built;

/** Those that state dicts need, and the one of parameters that were not made tensors first. */
export const ORDERED_DICT = "collections.OrderedDict";
export const REBUILD_TENSOR = "torch._utils._rebuild_tensor_v2";
export const REBUILD_PARAMETER = "torch._utils._rebuild_parameter";
export const STORAGE = /^torch\.(Double|Float|Half|BFloat16|Long|Int|Short|Char|Byte|Bool)Storage$/;

export const CONSTRUCTORS: ReadonlySet<string> = new Set([ORDERED_DICT, REBUILD_TENSOR, REBUILD_PARAMETER]);

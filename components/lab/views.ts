/** The views of the lab, in the order in which they are offered; the address ends in `#/` and an id. */
export const VIEWS = [
	{ id: "model", name: "Model" },
	{ id: "inside", name: "Inside" },
	{ id: "evaluate", name: "Evaluate" },
	{ id: "speed", name: "Speed" },
] as const;

export type ViewId = (typeof VIEWS)[number]["id"];

/** The view that an address's hash asks for; the first one where it asks for none. */
export function viewOf(hash: string): ViewId {
	return VIEWS.find(({ id }) => hash === `#/${id}`)?.id ?? VIEWS[0].id;
}

/** The views of the lab, in the order in which they are offered; the address ends in `#/` and one of them. */
export const VIEWS = ["inside", "model", "evaluate", "speed"] as const;

export type ViewId = (typeof VIEWS)[number];

/** The view that an address's hash asks for; the first one where it asks for none. */
export function viewOf(hash: string): ViewId {
	return VIEWS.find((id) => hash === `#/${id}`) ?? VIEWS[0];
}

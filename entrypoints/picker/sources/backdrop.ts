import { composedParent } from "../viewport.ts";

/** The colour that shows through an element's transparent parts: the nearest background behind it, else white. */
export function backdropOf(element: Element): string {
	for (let at: Element | null = element; at; at = composedParent(at)) {
		const { backgroundColor } = getComputedStyle(at);
		if (!/^transparent$|, 0\)$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
	}
	return "white";
}

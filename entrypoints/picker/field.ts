import { innerRoot } from "./find.ts";

/** Types of <input> that take digits. */
const TEXT_TYPES = new Set(["text", "search", "tel", "url", "number", "password", "email"]);

/** The field that has the focus, also inside shadow trees and frames of the same site; null when it is no field. */
export function focusedField(root: Document | ShadowRoot = document): HTMLElement | null {
	const active = root.activeElement;
	if (!active) return null;
	const inner = innerRoot(active);
	if (inner) return focusedField(inner);
	return isField(active) ? active : null;
}

function isField(element: Element): element is HTMLElement {
	if (element.localName === "textarea") return !(element as HTMLTextAreaElement).readOnly;
	if (element.localName === "input") {
		const input = element as HTMLInputElement;
		return TEXT_TYPES.has(input.type) && !input.readOnly;
	}
	return (element as HTMLElement).isContentEditable === true;
}

/**
 * Types text into a field at its caret, as the keyboard would: the page gets its input events, and the person
 * can undo it. False when the field takes no text (any more).
 */
export function typeInto(field: HTMLElement, text: string): boolean {
	field.focus({ preventScroll: true });
	const oneLine = field.localName === "input" ? text.replaceAll("\n", " ") : text;
	return field.ownerDocument.execCommand("insertText", false, oneLine);
}

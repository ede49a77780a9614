import type { FieldLimits } from "../../lib/field-fit.ts";
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

declare global {
	/** The field of this page that had the focus last, since this script is in it. */
	var digitLensField: WeakRef<HTMLElement> | undefined;
}

/** Remembers from now on which field had the focus last: a click elsewhere, also with the right button, takes it away. */
export function rememberFields(): void {
	// One that is remembered was so by a copy of this script that is there already.
	if (globalThis.digitLensField) return;
	globalThis.digitLensField = new WeakRef(document.documentElement);
	const remember = (field: EventTarget | null | undefined) => {
		if (field instanceof Element && isField(field)) globalThis.digitLensField = new WeakRef(field);
	};
	remember(focusedField());
	document.addEventListener("focusin", (event) => remember(event.composedPath()[0]), {
		capture: true,
		passive: true,
	});
}

/** The field that has the cursor, or had it last; null where none is known. */
export function fieldBefore(): HTMLElement | null {
	return focusedField() ?? remembered() ?? fieldAtCaret() ?? (import.meta.env.FIREFOX ? onlyField() : null);
}

/** Where the caret of the document is, which stays when the focus goes; in Firefox inputs have carets of their own. */
function fieldAtCaret(): HTMLElement | null {
	const { anchorNode, anchorOffset = 0 } = document.getSelection() ?? {};
	if (!anchorNode) return null;
	const child = anchorNode.childNodes[anchorOffset];
	if (child instanceof Element && isField(child)) return child;
	const around = anchorNode instanceof Element ? anchorNode : anchorNode.parentElement;
	const editable = around?.closest<HTMLElement>("[contenteditable]");
	return editable && isField(editable) ? editable : null;
}

function remembered(): HTMLElement | null {
	const field = globalThis.digitLensField?.deref();
	return field?.isConnected && isField(field) ? field : null;
}

/** The field of a page that shows one only. */
function onlyField(): HTMLElement | null {
	const fields = [...document.querySelectorAll("input, textarea")].filter(
		(element) => isField(element) && element.checkVisibility({ visibilityProperty: true }),
	);
	return fields.length === 1 ? (fields[0] as HTMLElement) : null;
}

/** Longer names of fields are cut. Characters. */
const LONGEST_NAME = 60;

/** What people know a field by; empty where the page does not say. */
export function nameOf(field: HTMLElement): string {
	const { labels, placeholder, name } = field as HTMLInputElement;
	const root = field.getRootNode() as Document | ShadowRoot;
	const ids = field.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
	const named = [
		ids.map((id) => root.getElementById(id)?.textContent ?? "").join(" "),
		field.getAttribute("aria-label"),
		labels?.[0]?.textContent,
		placeholder,
		field.title,
		name,
	].map((text) => text?.replaceAll(/\s+/g, " ").trim() ?? "");
	return (named.find((text) => text !== "") ?? "").slice(0, LONGEST_NAME);
}

/** What a field takes, as it says itself. */
export function limitsOf(field: HTMLElement): FieldLimits {
	const hasLines = field.localName !== "input";
	const row = rowFrom(field);
	if (row.length > 1)
		return { hasLines, isNumber: false, isRow: true, most: row.length, before: "", behind: "" };
	if (!("value" in field)) return { hasLines, isNumber: false, before: "", behind: "" };
	const { value, selectionStart, selectionEnd, maxLength, pattern, type } = field as HTMLInputElement;
	return {
		hasLines,
		isNumber: type === "number",
		before: value.slice(0, selectionStart ?? value.length),
		behind: value.slice(selectionEnd ?? value.length),
		...(maxLength >= 0 && { most: maxLength }),
		...(pattern && { pattern }),
	};
}

function isField(element: Element): element is HTMLElement {
	if (element.localName === "textarea") return takesText(element as HTMLTextAreaElement);
	if (element.localName === "input") {
		const input = element as HTMLInputElement;
		return TEXT_TYPES.has(input.type) && takesText(input);
	}
	return (element as HTMLElement).isContentEditable === true;
}

const takesText = ({ readOnly, disabled }: HTMLInputElement | HTMLTextAreaElement): boolean =>
	!readOnly && !disabled;

/** Where a page asks for a code with a field for each digit: this field and those that follow it. */
function rowFrom(field: HTMLElement): readonly HTMLInputElement[] {
	const isOfOne = (element: Element): element is HTMLInputElement =>
		element.localName === "input" && (element as HTMLInputElement).maxLength === 1 && isField(element);
	if (!isOfOne(field)) return [];
	const around = field.closest("form, fieldset, dialog") ?? (field.getRootNode() as Document | ShadowRoot);
	const fields = [...around.querySelectorAll("input")].filter(
		(element) => isField(element) && element.checkVisibility({ visibilityProperty: true }),
	);
	const rest = fields.slice(fields.indexOf(field));
	const other = rest.findIndex((element) => !isOfOne(element));
	return other < 0 ? rest : rest.slice(0, other);
}

/**
 * Types text into a field at its caret, as the keyboard would: the page gets its input events, and the person
 * can undo it. False when the field takes no text any more, or is gone.
 */
export function typeInto(field: HTMLElement, text: string): boolean {
	const row = rowFrom(field);
	if (row.length > 1)
		return [...text].every((digit, i) => {
			row[i]?.select();
			return row[i] !== undefined && insertInto(row[i], digit);
		});
	return insertInto(field, field.localName === "input" ? text.replaceAll("\n", " ") : text);
}

function insertInto(field: HTMLElement, text: string): boolean {
	field.focus({ preventScroll: true });
	const { ownerDocument } = field;
	// A page may lead the focus on, to a field of its own choice; one that takes none leaves it where it was.
	return focusedField(ownerDocument) !== null && ownerDocument.execCommand("insertText", false, text);
}

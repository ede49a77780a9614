import { signal } from "@preact/signals";
import css from "../../components/field-pad/field-pad.css?inline";
import { FieldPad } from "../../components/field-pad/field-pad.tsx";
import { createOverlay } from "../../components/overlay.ts";
import padCss from "../../components/pad/pad.css?inline";
import { createPadState } from "../../components/pad/pad-state.ts";
import { request } from "../../lib/browser/client.ts";
import { typeInto } from "./field.ts";
import { follow } from "./follow.ts";
import { settingsNow } from "./settings.ts";
import type { Stay } from "./stay.ts";
import { viewportBox } from "./viewport.ts";

/** Shows a pad beside a field until the stay ends; the number that is drawn on it goes into the field. */
export function drawForField(field: HTMLElement, stay: Stay): void {
	const overlay = createOverlay(padCss + css, stay.end);
	const pad = createPadState({
		read: (strokes) => request("readInk", { strokes }),
		save: () => {},
		settings: signal({ ...settingsNow().pad, clearAfter: 0 }),
	});
	const { where } = follow(() => viewportBox(field), stay);
	stay.signal.addEventListener("abort", () => overlay.remove());

	const insert = (text: string) => {
		stay.end();
		typeInto(field, text);
	};
	const View = () => <FieldPad pad={pad} {...where.value} onInsert={insert} onClose={stay.end} />;
	overlay.show(<View />);
}

import { typeInto } from "./field.ts";
import { follow } from "./follow.ts";
import type { Stay } from "./stay.ts";
import { viewportBox } from "./viewport.ts";

/** Shows a pad beside a field until the stay ends; the number that is drawn on it goes into the field. */
export function drawForField(field: HTMLElement, stay: Stay): void {
	const { where } = follow(
		() => viewportBox(field),
		stay,
		(now) => stay.frame().say({ say: "where", where: now }),
	);
	stay.frame().show({ kind: "draw" }, where(), (message) => {
		if (message.say === "close") stay.end();
		if (message.say === "insert") {
			stay.end();
			typeInto(field, message.text);
		}
	});
}

import { limitsOf, nameOf, typeInto } from "./field.ts";
import { follow } from "./follow.ts";
import { placeOf } from "./place-of.ts";
import type { Session } from "./session.ts";
import { viewportBox } from "./viewport.ts";

/** Shows a pad beside a field until the session ends; the number that is drawn on it goes into the field. */
export function drawForField(field: HTMLElement, session: Session): void {
	const { where } = follow(
		placeOf(field, () => viewportBox(field)),
		session,
		(now) => session.frame().say({ say: "where", where: now }),
	);
	const scene = { kind: "draw", name: nameOf(field), limits: limitsOf(field) } as const;
	session.frame().show(scene, where(), (message) => {
		if (message.say === "close") session.end();
		if (message.say === "insert") {
			if (typeInto(field, message.text)) session.end();
			else session.frame().say({ say: "notInserted" });
		}
	});
}

import type { Box } from "../../lib/geometry.ts";
import { elementAt } from "./find.ts";
import { follow } from "./follow.ts";
import type { Session } from "./session.ts";
import { viewport, viewportBox } from "./viewport.ts";

export type Selection =
	| { readonly kind: "region"; readonly region: Box; readonly digits?: number }
	| { readonly kind: "element"; readonly element: Element };

/**
 * Lets the person select a rectangle, which may begin as `initial`, or an element. Never resolves when the session ends
 * before.
 */
export function selectRegion(
	session: Session,
	how: { readonly hint?: string; readonly initial?: Box; readonly digits?: number } = {},
): Promise<Selection> {
	const frame = session.frame();
	const selected = new AbortController();
	const signal = AbortSignal.any([session.signal, selected.signal]);
	const { where } = follow(viewport, { signal }, (now) => frame.say({ say: "where", where: now }));
	return new Promise<Selection>((resolve) => {
		frame.show({ kind: "region", ...how }, where(), (message) => {
			switch (message.say) {
				case "close":
					return session.end();
				case "region": {
					const { region, digits } = message;
					return resolve({ kind: "region", region, ...(digits !== undefined && { digits }) });
				}
				case "element": {
					const element = worthReading(message.x, message.y);
					return element ? resolve({ kind: "element", element }) : undefined;
				}
				case "hover": {
					const element = worthReading(message.x, message.y);
					return frame.say({ say: "hovered", box: element && viewportBox(element) });
				}
			}
		});
	}).finally(() => selected.abort());
}

function worthReading(x: number, y: number): Element | null {
	const element = elementAt(x, y);
	return element && element !== document.body && element !== document.documentElement ? element : null;
}

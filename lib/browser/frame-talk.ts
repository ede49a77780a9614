import type { FieldLimits } from "../field-fit.ts";
import type { Box } from "../geometry.ts";
import type { Outcome, PageSettings, PictureReading } from "../protocol.ts";

/*
 * What the picker, which stands in a page, and the frame over that page say to each other: over a MessagePort, which
 * nobody else holds. All that a reading tells stays in the frame, out of reach of the page's scripts; coordinates
 * are CSS pixels of the page's viewport, which the frame covers.
 */

/** What the frame shows. */
export type Scene =
	/**
	 * The reading of something in the page; `next` names what else can be read from here, `field` is what the field takes
	 * that had the cursor, null where none had.
	 */
	| { readonly kind: "reading"; readonly next: string; readonly field: FieldLimits | null }
	/**
	 * A rectangle to select, which may begin as `initial`; `hint` says why, where the person did not ask for it; `digits` is
	 * how many digits were expected last.
	 */
	| { readonly kind: "region"; readonly initial?: Box; readonly hint?: string; readonly digits?: number }
	/** A pad to draw a number for a field on: what the page calls it, and what it takes. */
	| { readonly kind: "draw"; readonly name: string; readonly limits: FieldLimits };

/** Where the thing is that the frame is about, and how large the viewport is. */
export interface Where {
	readonly place: Box;
	readonly viewport: Box;
}

export type ToFrame =
	| { readonly say: "show"; readonly scene: Scene; readonly settings: PageSettings }
	| { readonly say: "where"; readonly where: Where }
	/** What share of the reading is done, 0..1. */
	| { readonly say: "progress"; readonly share: number }
	/** `note` is something about where the pixels came from. */
	| { readonly say: "outcome"; readonly outcome: Outcome<PictureReading>; readonly note?: string }
	/** The element that a click would choose. */
	| { readonly say: "hovered"; readonly box: Box | null }
	/** The field did not take the text. */
	| { readonly say: "notInserted" }
	/** Whether the text is on the clipboard now. */
	| { readonly say: "copied"; readonly done: boolean };

export type ToPicker =
	/** The parts of the frame that show something; `dialog` is the one that stands out. */
	| { readonly say: "shape"; readonly areas: readonly Box[]; readonly dialog?: Box }
	| { readonly say: "close" }
	/** The person asks for what `next` names. */
	| { readonly say: "next" }
	/** Types text into the field. */
	| { readonly say: "insert"; readonly text: string }
	/** Puts text on the clipboard, where the frame itself may not. */
	| { readonly say: "copy"; readonly text: string }
	/** The pointer stands here while a region is selected. */
	| { readonly say: "hover"; readonly x: number; readonly y: number }
	/** The person settled on a rectangle, and may expect so many digits of each number in it. */
	| { readonly say: "region"; readonly region: Box; readonly digits?: number }
	/** The person clicked on the element here. */
	| { readonly say: "element"; readonly x: number; readonly y: number };

/** One end of the talk. */
export interface Talk<Out> {
	say(message: Out): void;
	end(): void;
}

/** Talks over a port; `hear` is told what the other end says. */
export function talk<In, Out>(port: MessagePort, hear: (message: In) => void): Talk<Out> {
	port.onmessage = ({ data }) => hear(data as In);
	return {
		say: (message) => port.postMessage(message),
		end: () => port.close(),
	};
}

/** 128 random bits as text. Pages without https have no crypto.randomUUID. */
export function randomToken(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");
}

import { onMessage } from "../../lib/browser/messaging.ts";
import type { Box } from "../../lib/geometry.ts";
import { fieldBefore, rememberFields } from "./field.ts";
import { type Frame, openFrame } from "./frame.ts";

/** One visit to a page: all that it adds is tied to `signal` and goes when it ends. */
export interface Session {
	readonly signal: AbortSignal;
	/** The field that had the cursor before. */
	readonly field: HTMLElement | null;
	/** The frame over the page, opened when it is first needed. */
	frame(): Frame;
	/** Ends it; the element that had the focus before gets it back, where nothing else has it. */
	end(): void;
}

declare global {
	// The scripts of one extension share their globals in a page, also after an update of the extension.
	var digitLensSession: Session | undefined;
	/** Ends the wait of a script that has no task yet. */
	var digitLensWaits: (() => void) | undefined;
	/** The task that was begun last in this page. */
	var digitLensPick: string | undefined;
	/** Where the region is now that was read last in this page, in CSS pixels of the viewport. */
	var digitLensRegion: (() => Box) | undefined;
	/** How many digits were expected in it. */
	var digitLensDigits: number | undefined;
}

/** Begins a session; one that is still there ends, so that the script may be injected again at any time. */
export function beginSession(): Session {
	globalThis.digitLensSession?.end();
	const controller = new AbortController();
	const { signal } = controller;
	const field = fieldBefore();
	rememberFields();
	const focused = document.activeElement;
	let frame: Frame | undefined;
	const session: Session = {
		signal,
		field,
		frame() {
			frame ??= openFrame(session.end);
			return frame;
		},
		end() {
			if (signal.aborted) return;
			globalThis.digitLensSession = undefined;
			controller.abort();
			frame?.remove();
			// Whoever is at work in the page by now stays there.
			const isFree = [null, document.body, document.documentElement].includes(
				document.activeElement as HTMLElement | null,
			);
			if (isFree && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
		},
	};
	globalThis.digitLensSession = session;
	addEventListener("pagehide", session.end, { signal });
	// The last way out, where the page leaves no other: the toolbar button.
	const stop = onMessage("endSession", async () => {
		session.end();
		return { ok: true, value: null };
	});
	signal.addEventListener("abort", stop);
	addEventListener(
		"keydown",
		(event) => {
			if (event.key !== "Escape" || !event.isTrusted) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			session.end();
		},
		{ capture: true, signal },
	);
	return session;
}

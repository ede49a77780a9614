import { request } from "../../lib/browser/client.ts";
import { onMessage } from "../../lib/browser/messaging.ts";
import type { Box } from "../../lib/geometry.ts";
import { fieldBefore, rememberFields } from "./field.ts";
import { type Frame, openFrame } from "./frame.ts";
import { HOST } from "./overlay.ts";

type Reread = (session: Session) => Promise<void>;

/** One visit to a page: all that it adds is tied to `signal` and goes when it ends. */
export interface Session {
	readonly signal: AbortSignal;
	/** The field that had the cursor before. */
	readonly field: HTMLElement | null;
	/** Reads once more what the session before has read, where the person points at what that shows; null elsewhere. */
	readonly again: Reread | null;
	/** Reads what this one has read once more. */
	reread?: Reread;
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
	const before = globalThis.digitLensSession;
	const again = (document.querySelector(`${HOST}:hover`) && before?.reread) || null;
	before?.end();
	const controller = new AbortController();
	const { signal } = controller;
	const field = fieldBefore();
	rememberFields();
	const focused = document.activeElement;
	let frame: Frame | undefined;
	/** Nobody is left without a word. */
	function onLost(): void {
		session.end();
		void request("cannotShow", { why: "taken" }).catch(() => {});
	}
	const session: Session = {
		signal,
		field,
		again,
		frame() {
			frame ??= openFrame({ onLost, onOver: session.end });
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
	// On paper it would lie over every page.
	addEventListener("beforeprint", () => frame?.setVisible(false), { signal });
	addEventListener("afterprint", () => frame?.setVisible(true), { signal });
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

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../../lib/browser/language.ts";
import type { TermId } from "./terms.ts";

/** Room between a word and its explanation, and between that and the window's edge. CSS pixels. */
const GAP = 6;

/**
 * A word of the field that explains itself while the pointer or the focus is on it. Escape puts the explanation
 * away and it stays while it is pointed at (WCAG 1.4.13); it lies in the top layer, so that nothing cuts it off.
 */
export function Term({ id, children }: { readonly id: TermId; readonly children: ComponentChildren }) {
	const tip = useId();
	const word = useRef<HTMLButtonElement>(null);
	const explanation = useRef<HTMLSpanElement>(null);

	function show(): void {
		const [{ current: shown }, { current: anchor }] = [explanation, word];
		if (!shown || !anchor || shown.matches(":popover-open")) return;
		shown.showPopover();
		const { left, top, bottom } = anchor.getBoundingClientRect();
		const { width, height } = shown.getBoundingClientRect();
		const x = Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP));
		const y = bottom + GAP + height > innerHeight ? top - GAP - height : bottom + GAP;
		shown.style.left = `${x}px`;
		shown.style.top = `${Math.max(GAP, y)}px`;
	}

	function hide(): void {
		if (explanation.current?.matches(":popover-open")) explanation.current.hidePopover();
	}

	// Where the page scrolls away below it, the explanation would stay behind.
	useEffect(() => {
		addEventListener("scroll", hide, { passive: true, capture: true });
		return () => removeEventListener("scroll", hide, { capture: true });
	}, []);

	return (
		<span class="term" onPointerLeave={hide}>
			<button
				ref={word}
				type="button"
				class="term-word"
				aria-describedby={tip}
				onPointerEnter={show}
				onFocus={show}
				onBlur={hide}
				onClick={show}
				onKeyDown={(event) => {
					if (event.key === "Escape") hide();
				}}
			>
				{children}
			</button>
			<span ref={explanation} id={tip} class="term-explanation" role="tooltip" popover="manual">
				{t(`lab.glossary.${id}.means`)}
			</span>
		</span>
	);
}

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../../lib/browser/language.ts";
import { type Parts, RichText } from "../../rich-text.tsx";
import { TERMS, type TermId } from "./terms.ts";

/** Room between a word and its explanation, and between that and the window's edge. CSS pixels. */
const GAP = 6;

/** A word of the glossary that explains itself. */
export function Term({ id, children }: { readonly id: TermId; readonly children: ComponentChildren }) {
	return <Explained means={t(`lab.glossary.${id}.means`)}>{children}</Explained>;
}

const PARTS: Parts = Object.fromEntries(TERMS.map((id) => [id, (text) => <Term id={id}>{text}</Term>]));

/** Words in which those of the field are marked by their names in the glossary, such as `<batch>batch 64</batch>`. */
export function WithTerms({ words }: { readonly words: string }) {
	return <RichText words={words} parts={PARTS} />;
}

interface ExplainedProps {
	readonly means: string;
	readonly children: ComponentChildren;
}

/**
 * A word that explains itself while the pointer or the focus is on it. Escape puts the explanation
 * away and it stays while it is pointed at (WCAG 1.4.13); it lies in the top layer, so that nothing cuts it off.
 */
export function Explained({ means, children }: ExplainedProps) {
	const tip = useId();
	const word = useRef<HTMLElement>(null);
	const explanation = useRef<HTMLSpanElement>(null);

	function show(): void {
		const [{ current: shown }, { current: anchor }] = [explanation, word];
		if (!shown || !anchor || shown.matches(":popover-open")) return;
		shown.showPopover();
		// Of words that go on in the next line the part in the first one.
		const { left, top, bottom } = anchor.getClientRects()[0]!;
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
			{/* biome-ignore lint/a11y/useSemanticElements: the words of a button do not break into lines like those around it */}
			<span
				ref={word}
				role="button"
				tabIndex={0}
				class="term-word"
				aria-describedby={tip}
				onPointerEnter={show}
				onFocus={show}
				onBlur={hide}
				onClick={show}
				onKeyDown={(event) => {
					if (event.key === "Escape") hide();
					if (event.key !== "Enter" && event.key !== " ") return;
					event.preventDefault();
					show();
				}}
			>
				{children}
			</span>
			<span ref={explanation} id={tip} class="term-explanation" role="tooltip" popover="manual">
				{means}
			</span>
		</span>
	);
}

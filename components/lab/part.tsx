import type { ComponentChildren } from "preact";
import { Term } from "./glossary/term.tsx";
import type { TermId } from "./glossary/terms.ts";

/** A titled part of a view. */
export function Part({
	title,
	term,
	part,
	wide,
	pinned,
	children,
}: {
	title: string;
	/** The word of the field that the title is, which then explains itself. */
	term?: TermId;
	/** The name by which the tour finds it. */
	part?: string;
	wide?: boolean;
	/** Stays at the top while the rest scrolls. */
	pinned?: boolean;
	children: ComponentChildren;
}) {
	return (
		<section class="part" data-part={part} data-wide={wide} data-pinned={pinned} aria-label={title}>
			<h2>{term ? <Term id={term}>{title}</Term> : title}</h2>
			{children}
		</section>
	);
}

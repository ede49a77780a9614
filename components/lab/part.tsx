import type { ComponentChildren } from "preact";

/** A titled part of a view. */
export function Part({
	title,
	wide,
	pinned,
	children,
}: {
	title: string;
	wide?: boolean;
	/** Stays at the top while the rest scrolls. */
	pinned?: boolean;
	children: ComponentChildren;
}) {
	return (
		<section class="part" data-wide={wide} data-pinned={pinned} aria-label={title}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

import type { ComponentChildren } from "preact";

/** A titled part of a view. */
export function Part({
	title,
	wide,
	children,
}: {
	title: string;
	wide?: boolean;
	children: ComponentChildren;
}) {
	return (
		<section class="part" data-wide={wide} aria-label={title}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

import type { ComponentChild } from "preact";
import { Term } from "../glossary/term.tsx";
import type { TermId } from "../glossary/terms.ts";

/** What is said of one thing, and the word of the field that its name is, where it is one. */
export type Figure = readonly [name: string, value: ComponentChild, term?: TermId];

/** Names and what they are. */
export function FigureList({ rows }: { readonly rows: readonly Figure[] }) {
	return (
		<dl class="facts">
			{rows.map(([name, value, term]) => (
				<div key={name}>
					<dt>{term ? <Term id={term}>{name}</Term> : name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

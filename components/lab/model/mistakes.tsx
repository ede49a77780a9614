import { percent } from "../../panel/doubt.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import type { LabState } from "./model-state.ts";

/** Pictures of validation digits by their index in the package `mnist`, as `encodeGlyph` writes them. */
export type DigitPictures = Readonly<Record<string, string>>;

/** The validation digits that the model gets most confidently wrong. */
export function Mistakes({ lab, pictures }: { lab: LabState; pictures: DigitPictures }) {
	const cell = lab.cell.value;
	const mistakes = lab.mistakes.value;
	return (
		<>
			<p class="quiet" role="status">
				{cell
					? `Of the listed ones: ${cell.truth} read as ${cell.answer}. Choose the cell again to see all.`
					: "The most confident of its wrong answers. Choose a cell of the matrix to see only that confusion."}
			</p>
			<ul class="mistakes">
				{mistakes.map(({ index, truth, answer, probability }) => (
					<li key={index}>
						<GlyphView glyph={pictures[index]} name={`Validation digit ${index}, a ${truth}`} />
						<span>
							{truth} read as <b>{answer}</b>
						</span>
						<span class="quiet">{percent(probability)}</span>
					</li>
				))}
			</ul>
			{mistakes.length === 0 && <p>None of them is among the listed ones.</p>}
		</>
	);
}

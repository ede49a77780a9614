import { percent } from "../../panel/doubt.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import type { ReportState } from "./report-state.ts";

/** Pictures of digits by their index, as `encodeGlyph` writes them. */
export type DigitPictures = (index: number) => string | undefined;

interface MistakesProps {
	readonly report: ReportState;
	readonly pictures: DigitPictures;
}

/** The digits that the model gets wrong, most confidently first; those of the matrix's chosen cell. */
export function Mistakes({ report, pictures }: MistakesProps) {
	const cell = report.cell.value;
	const mistakes = report.mistakes.value;
	return (
		<>
			<p class="quiet" role="status">
				{cell
					? `${cell.truth} read as ${cell.answer}: ${mistakes.length === 1 ? "one digit" : `${mistakes.length} digits`}. Choose the cell again to see the most confident mistakes.`
					: "The most confident of its wrong answers. Choose a cell of the matrix to see all of that confusion."}
			</p>
			<ul class="mistakes">
				{mistakes.map(({ index, truth, answer, probability }) => (
					<li key={index}>
						<GlyphView glyph={pictures(index)} name={`Digit ${index + 1}, a ${truth}`} />
						<span>
							{truth} read as <b>{answer}</b>
						</span>
						<span class="quiet">{percent(probability)}</span>
					</li>
				))}
			</ul>
			{mistakes.length === 0 && !cell && <p>No digit was read as another one.</p>}
		</>
	);
}

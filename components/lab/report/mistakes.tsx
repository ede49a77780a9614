import { t } from "../../../lib/browser/language.ts";
import { percent } from "../../numbers.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import { RichText } from "../../rich-text.tsx";
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
					? t("lab.report.ofCell", mistakes.length, { truth: cell.truth, answer: cell.answer })
					: t("lab.report.mostConfident")}
			</p>
			<ul class="mistakes">
				{mistakes.map(({ index, truth, answer, probability }) => (
					<li key={index}>
						<GlyphView glyph={pictures(index)} name={t("lab.report.picture", { index: index + 1, truth })} />
						<span>
							<RichText
								words={t("lab.report.readAs", { truth, answer })}
								parts={{ b: (text) => <b>{text}</b> }}
							/>
						</span>
						<span class="quiet">{percent(probability)}</span>
					</li>
				))}
			</ul>
			{mistakes.length === 0 && !cell && <p>{t("lab.report.noMistakes")}</p>}
		</>
	);
}

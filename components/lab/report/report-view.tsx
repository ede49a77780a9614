import { t } from "../../../lib/browser/language.ts";
import type { FullReport } from "../../../lib/models/card.ts";
import { Part } from "../part.tsx";
import { Confusion } from "./confusion.tsx";
import { type DigitPictures, Mistakes } from "./mistakes.tsx";
import { Reliability } from "./reliability.tsx";
import type { ReportState } from "./report-state.ts";
import { PerDigit } from "./reports.tsx";

interface ReportViewProps {
	readonly report: ReportState;
	/** What the matrix and the mistakes are of. */
	readonly measured: FullReport;
	/** What precision, recall and reliability are of, where it is another set. */
	readonly judged?: FullReport;
	readonly pictures: DigitPictures;
	/** They say of which digits. */
	readonly titles: { readonly confusions: string; readonly mistakes: string };
}

/** Where a model goes wrong, from the matrix down to the single digit. */
export function ReportView({ report, measured, judged = measured, pictures, titles }: ReportViewProps) {
	return (
		<>
			<Part title={titles.confusions} term="confusionMatrix" wide>
				<Confusion report={report} rows={measured.confusion} />
			</Part>
			<Part title={titles.mistakes} wide>
				<Mistakes report={report} pictures={pictures} />
			</Part>
			<Part title={t("lab.report.perDigit")}>
				<PerDigit {...judged} />
			</Part>
			<Part title={t("lab.report.isConfidence")} term="calibration">
				<Reliability {...judged.calibration} />
			</Part>
		</>
	);
}

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
	/** Names the digits that were measured, as in "Confusions on the validation digits". */
	readonly of: string;
}

/** Where a model goes wrong, from the matrix down to the single digit. */
export function ReportView({ report, measured, judged = measured, pictures, of }: ReportViewProps) {
	return (
		<>
			<Part title={`Confusions on ${of}`} wide>
				<Confusion report={report} rows={measured.confusion} />
			</Part>
			<Part title={`Mistakes on ${of}`} wide>
				<Mistakes report={report} pictures={pictures} />
			</Part>
			<Part title="Digit by digit">
				<PerDigit {...judged} />
			</Part>
			<Part title="Is its confidence worth anything?">
				<Reliability {...judged.calibration} />
			</Part>
		</>
	);
}

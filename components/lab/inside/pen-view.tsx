import { t } from "../../../lib/browser/language.ts";
import { channelOf } from "../../../lib/ink/pen-maps.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { percent } from "../../numbers.ts";
import { refusalSentence } from "../../reading/words.ts";
import { Part } from "../part.tsx";
import type { InsideState } from "./inside-state.ts";
import { drawMosaic, layOut } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

/** CSS pixels a pixel of a map. */
const SCALE = 3;

const MAP = layOut([28, 28, 1], 1);

/** The maps of directions in their order, with the words for each. */
const DIRECTIONS = [
	["→", "lab.pen.right"],
	["↘", "lab.pen.downRight"],
	["↓", "lab.pen.down"],
	["↙", "lab.pen.downLeft"],
	["←", "lab.pen.left"],
	["↖", "lab.pen.upLeft"],
	["↑", "lab.pen.up"],
	["↗", "lab.pen.upRight"],
] as const;

/** Where the pen went, as the network for ink sees it; nothing where the digit under the lens came without a pen. */
export function PenView({ pen }: { pen: InsideState["pen"] }) {
	const maps = pen.maps.value;
	if (!maps) return null;
	return (
		<Part title={t("lab.pen.title")} wide>
			<p class="quiet">{t("lab.pen.how")}</p>
			<ul class="pen-maps">
				{DIRECTIONS.map(([arrow, key], i) => (
					<li key={key}>
						<PictureCanvas
							width={MAP.width}
							height={MAP.height}
							pixels={drawMosaic(MAP, channelOf(maps, i + 1), 1)}
							scale={SCALE}
							name={t(key)}
						/>
						<span aria-hidden="true">{arrow}</span>
					</li>
				))}
			</ul>
			<p class="pen-answer" role="status">
				{pen.reading.value && answerOf(pen.reading.value)}
			</p>
		</Part>
	);
}

function answerOf(reading: Reading): string {
	const [read] = reading.digits;
	if (!read) return refusalSentence(reading);
	return t("lab.pen.reads", { digit: read.digit, probability: percent(read.confidence) });
}

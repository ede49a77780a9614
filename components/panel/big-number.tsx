import { Fragment } from "preact";
import { t } from "../../lib/browser/language.ts";
import type { ShownDigit } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { CellTable } from "../reading/cell-table.tsx";
import type { PanelState } from "./panel-state.ts";

/** The number, line by line, and the table cell by cell; every digit is a button that goes through its alternatives. */
export function BigNumber({ panel }: { panel: PanelState }) {
	const blocks = panel.blocks.value;
	const lengths = blocks.flatMap((block) => (block.kind === "line" ? [lengthOf(block.digits)] : []));
	const long = blocks.length > 2 || lengths.length < blocks.length || Math.max(...lengths) > 9;
	const show = (digits: readonly ShownDigit[]) =>
		digits.map(({ index, before, after }) => (
			<Fragment key={index}>
				{before && <span class="separator">{before}</span>}
				<Digit panel={panel} index={index} />
				{after && <span class="separator">{after}</span>}
			</Fragment>
		));
	return (
		<div class="number" data-long={long}>
			{blocks.map((block, i) =>
				block.kind === "line" ? (
					<div class="line" key={i}>
						{show(block.digits)}
					</div>
				) : (
					<CellTable key={i} rows={block.rows.map((row) => row.map(show))} />
				),
			)}
		</div>
	);
}

/** How many places a line takes, a separator one. */
function lengthOf(digits: readonly ShownDigit[]): number {
	return digits.length + digits.filter(({ before, after }) => before || after).length;
}

function Digit({ panel, index }: { panel: PanelState; index: number }) {
	const { shown, confidence, alternatives, corrected } = panel.digits.value[index];
	const doubtful = !corrected && confidence < panel.doubtBelow;
	const [[second, probability]] = alternatives;
	const read = { digit: shown, probability: percent(confidence) };
	const label = corrected
		? t("panel.changed", { digit: shown })
		: doubtful
			? t("panel.digitOr", { ...read, other: second, otherProbability: percent(probability) })
			: t("panel.digit", read);
	return (
		<button
			type="button"
			class="digit"
			data-doubtful={doubtful}
			data-corrected={corrected}
			data-active={panel.active.value === index}
			aria-label={label}
			title={t("panel.cycle", { digit: label })}
			onClick={({ isTrusted }) => isTrusted && panel.cycle(index, 1)}
			onKeyDown={(event) => {
				if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
				event.preventDefault();
				panel.cycle(index, event.key === "ArrowUp" ? 1 : -1);
			}}
			onPointerEnter={() => panel.pointAt(index)}
			onPointerLeave={() => panel.pointAt(null)}
			onFocus={() => panel.pointAt(index)}
			onBlur={() => panel.pointAt(null)}
		>
			{shown}
		</button>
	);
}

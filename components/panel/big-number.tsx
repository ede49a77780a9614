import { Fragment } from "preact";
import { t } from "../../lib/browser/language.ts";
import { percent } from "../numbers.ts";
import type { PanelState } from "./panel-state.ts";

/** The number, line by line; every digit is a button that goes through its alternatives. */
export function BigNumber({ panel }: { panel: PanelState }) {
	const longest = Math.max(
		...panel.lines.value.map(
			(line) => line.length + line.filter(({ before, after }) => before || after).length,
		),
	);
	return (
		<div class="number" data-long={longest > 9 || panel.lines.value.length > 2}>
			{panel.lines.value.map((line) => (
				<div class="line" key={line[0].index}>
					{line.map(({ index, before, after }) => (
						<Fragment key={index}>
							{before && <span class="separator">{before}</span>}
							<Digit panel={panel} index={index} />
							{after && <span class="separator">{after}</span>}
						</Fragment>
					))}
				</div>
			))}
		</div>
	);
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

import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { fieldsOf, shownIn } from "../../lib/reading/draft.ts";
import type { Cursor } from "../../lib/reading/draft-edit.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import type { NumberState } from "./number-state.ts";

/** How many of the other digits are offered; the keys of the others are as near. */
const MOST = 3;

/** Of what is less probable than this only the digit is shown. */
const WORTH_SAYING = 0.001;

interface AlternativesProps {
	readonly number: NumberState;
	readonly digits: readonly ReadDigit[];
	/** The number that they stand in. */
	readonly root: RefObject<HTMLElement | null>;
}

/** At a selected digit: what else it may be, the most probable first. The key of each is the digit itself. */
export function Alternatives({ number, digits, root }: AlternativesProps) {
	const chosen = number.chosen.value;
	const at = number.cursor.value;
	const read = chosen === null ? undefined : digits[chosen];
	const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
	useLayoutEffect(
		() => setPlace(at && read ? placeOf(root.current!, at) : null),
		[at, read, number.draft.value],
	);
	if (!at || !read) return null;
	const stands = shownIn(fieldsOf(number.draft.value)[at.field])[at.start].text;
	const options = [[read.digit, read.confidence] as const, ...read.alternatives]
		.filter(([digit]) => digit !== stands)
		.slice(0, MOST);
	return (
		<div class="alternatives" style={place ? { left: `${place.left}px`, top: `${place.top}px` } : {}}>
			<span aria-hidden="true">{t("number.or")}</span>
			{options.map(([digit, probability]) => (
				<button
					key={digit}
					type="button"
					tabIndex={-1}
					class="alternative"
					aria-label={t("number.alternative", { digit, probability: percent(probability) })}
					// The field keeps the focus, and with it a touch keyboard.
					onPointerDown={(event) => event.preventDefault()}
					onMouseDown={(event) => event.preventDefault()}
					onClick={({ isTrusted }) => isTrusted && number.replace(digit)}
				>
					<b>{digit}</b>
					{probability >= WORTH_SAYING && ` ${percent(probability)}`}
				</button>
			))}
			<span class="spoken" role="status">
				{t("number.alternatives", {
					options: options
						.map(([digit, probability]) =>
							t("number.alternative", { digit, probability: percent(probability) }),
						)
						.join("; "),
				})}
			</span>
		</div>
	);
}

/** Room to the edges of the number, CSS pixels. */
const GAP = 4;

/** Below the selected digit, within the width of the number. */
function placeOf(root: HTMLElement, at: Cursor): { left: number; top: number } | null {
	const line = root.querySelectorAll(".line")[at.field];
	const digit = line?.querySelectorAll("[data-place]")[at.start];
	const callout = root.querySelector(".alternatives");
	if (!digit || !callout) return null;
	const around = root.getBoundingClientRect();
	const { left, width, bottom } = digit.getBoundingClientRect();
	const { width: own } = callout.getBoundingClientRect();
	const middle = left + width / 2 - around.left - own / 2;
	return {
		left: Math.max(0, Math.min(middle, around.width - own)),
		top: Math.min(bottom - around.top, around.height) + GAP,
	};
}

import { t } from "../../lib/browser/language.ts";
import { type FieldLimits, fitField } from "../../lib/field-fit.ts";
import { fieldSentence } from "../field-words.ts";
import { boxesSentence, expectedSentence, turnedSentence } from "../reading/words.ts";
import { ThinProgress } from "../thin-progress.tsx";
import { BigNumber } from "./big-number.tsx";
import type { PanelState } from "./panel-state.ts";
import { leftOut, nothingFound } from "./sentences.ts";

export interface PanelContentProps {
	readonly panel: PanelState;
	/** Something about where the pixels came from, if it is worth saying. */
	readonly note?: string;
	/** The field that had the cursor, and how to type into it, which it may not let happen; missing where none had. */
	readonly field?: {
		readonly limits: FieldLimits;
		readonly insert: (text: string) => void;
		readonly takesNothing: boolean;
	};
	/** Opens the lab with a digit, given as `encodeGlyph` writes it. */
	readonly onLookInside: (glyph: string) => void;
	/** What else can be read from here: another region, or this one changed. */
	readonly next: { readonly label: string; readonly run: () => void };
}

/** What the panel says and offers: while it reads, when it could not, when there is nothing, and the number. */
export function PanelContent({ panel, note, field, onLookInside, next }: PanelContentProps) {
	const phase = panel.phase.value;
	const another = <Action label={next.label} onAct={next.run} />;
	if (phase.kind === "reading")
		return (
			<>
				<p class="progress">{t("reading.busy")}</p>
				<ThinProgress share={phase.share} label={t("reading.busy")} />
			</>
		);
	if (phase.kind === "failed")
		return (
			<>
				<p>{phase.sentence}</p>
				<div class="actions">{another}</div>
			</>
		);
	const { reading, notice } = phase.result;
	if (reading.digits.length === 0)
		return (
			<>
				<p>{nothingFound(reading)}</p>
				<div class="actions">{another}</div>
			</>
		);
	const copied = panel.copied.value;
	const inspected = panel.inspected.value!;
	const fit = field && !field.takesNothing ? fitField(panel.text.value, field.limits) : undefined;
	return (
		<>
			<BigNumber panel={panel} />
			<p class="certainty">{panel.sureness}</p>
			{field && <p class="field-says">{fit ? fieldSentence(fit) : t("panel.fieldGone")}</p>}
			<div class="actions">
				{fit?.text && <Action kind="primary" label={t("insert")} onAct={() => field!.insert(fit.text)} />}
				<Action
					kind={fit?.text ? "button" : "primary"}
					label={copied === "text" ? t("copied") : copied === "refused" ? t("panel.refused") : t("copy")}
					onAct={panel.copy}
				/>
				{panel.table.value && (
					<Action
						label={copied === "table" ? t("panel.copiedTable") : t("panel.copyTable")}
						onAct={panel.copyTable}
					/>
				)}
				{another}
			</div>
			<div class="more">
				<Action
					kind="link"
					label={t("panel.lookInside", { digit: inspected.digit })}
					onAct={() => onLookInside(inspected.glyph)}
				/>
			</div>
			<p class="notes">
				{[
					notice,
					turnedSentence(reading),
					boxesSentence(reading),
					expectedSentence(reading),
					leftOut(reading),
					note,
				]
					.filter(Boolean)
					.join(" ")}
			</p>
		</>
	);
}

interface ActionProps {
	readonly label: string;
	readonly kind?: "button" | "primary" | "link";
	readonly onAct: () => void;
}

/** A button that only a person can press. */
function Action({ label, kind = "button", onAct }: ActionProps) {
	return (
		<button
			type="button"
			class={kind === "primary" ? "button primary" : kind}
			onClick={({ isTrusted }) => {
				if (isTrusted) onAct();
			}}
		>
			{label}
		</button>
	);
}

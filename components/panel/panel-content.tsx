import { BigNumber } from "./big-number.tsx";
import type { PanelState } from "./panel-state.ts";
import { certainty, leftOut, nothingFound } from "./sentences.ts";

export interface PanelContentProps {
	readonly panel: PanelState;
	/** Something about where the pixels came from, if it is worth saying. */
	readonly note?: string;
	/** Types the number into the field that had the focus; missing where none had. */
	readonly onInsert?: (text: string) => void;
	/** What else can be read from here: another region, or this one changed. */
	readonly next: { readonly label: string; readonly run: () => void };
}

/** What the panel says and offers: while it reads, when it could not, when there is nothing, and the number. */
export function PanelContent({ panel, note, onInsert, next }: PanelContentProps) {
	const phase = panel.phase.value;
	const another = <Action label={next.label} onAct={next.run} />;
	if (phase.kind === "reading")
		return (
			<p class="progress" role="status">
				Reading…
			</p>
		);
	if (phase.kind === "failed")
		return (
			<>
				<p role="alert">{phase.sentence}</p>
				<div class="actions">{another}</div>
			</>
		);
	const { reading, notice } = phase.result;
	if (reading.digits.length === 0)
		return (
			<>
				<p role="status">{nothingFound(reading)}</p>
				<div class="actions">{another}</div>
			</>
		);
	const copyLabel = { no: "Copy", yes: "Copied", refused: "Copying was refused" }[panel.copied.value];
	return (
		<>
			<BigNumber panel={panel} />
			<p class="certainty" role="status">
				<span class="spoken">{`Read ${panel.text.value.replaceAll("\n", ", ")}. `}</span>
				{certainty(reading)}
			</p>
			<div class="actions">
				{onInsert && <Action primary label="Insert" onAct={() => onInsert(panel.text.value)} />}
				<Action primary={!onInsert} label={copyLabel} onAct={panel.copy} />
				{another}
			</div>
			<p class="notes">{[notice, leftOut(reading), note].filter(Boolean).join(" ")}</p>
		</>
	);
}

interface ActionProps {
	readonly label: string;
	readonly primary?: boolean;
	readonly onAct: () => void;
}

/** A button that only a person can press. */
function Action({ label, primary = false, onAct }: ActionProps) {
	return (
		<button
			type="button"
			class={primary ? "button primary" : "button"}
			onClick={({ isTrusted }) => {
				if (isTrusted) onAct();
			}}
		>
			{label}
		</button>
	);
}

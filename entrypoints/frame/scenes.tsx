import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { FieldPad } from "../../components/field-pad/field-pad.tsx";
import { createPadState } from "../../components/pad/pad-state.ts";
import { createPanelState } from "../../components/panel/panel-state.ts";
import { ResultPanel } from "../../components/panel/result-panel.tsx";
import { RegionSelector } from "../../components/region/region-selector.tsx";
import { createRegionState } from "../../components/region/region-state.ts";
import { request } from "../../lib/browser/client.ts";
import { copyText } from "../../lib/browser/clipboard.ts";
import type { Scene, ToFrame, ToPicker, Where } from "../../lib/browser/frame-talk.ts";
import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import type { Outcome, PageSettings } from "../../lib/protocol.ts";

type Say = (message: ToPicker) => void;

/** A scene that is on. */
export interface Shown {
	hear(message: Exclude<ToFrame, { say: "show" }>): void;
	end(): void;
}

/** Shows how a reading goes and what it is. */
export function showReading(
	{ next, field }: Extract<Scene, { kind: "reading" }>,
	{ panel: { doubtBelow, autoCopy, separators, position } }: PageSettings,
	say: Say,
): Shown {
	const where = signal<Where | null>(null);
	const note = signal<string | undefined>(undefined);
	const takesNothing = signal(false);
	let whenCopied: (done: boolean) => void = () => {};
	const copyInPage = (text: string) =>
		new Promise<boolean>((resolve) => {
			whenCopied = resolve;
			say({ say: "copy", text });
		});
	/** What was asked for is done, or the person is told why not. */
	async function orSay(
		asked: Promise<Outcome<null>>,
		otherwise: "picker.noAnswer" | "picker.notCorrected",
	): Promise<void> {
		const outcome = await asked.catch(() => ({ ok: false, sentence: t(otherwise) }) as const);
		if (!outcome.ok) note.value = outcome.sentence;
	}
	const panel = createPanelState({
		doubtBelow,
		copy: (text) => copyText(text, copyInPage),
		correct: (pastId, text, corrections) =>
			void orSay(request("correctReading", { pastId, text, corrections }), "picker.notCorrected"),
		autoCopy,
		separators,
	});
	const View = () =>
		where.value && (
			<ResultPanel
				panel={panel}
				{...where.value}
				position={position}
				note={note.value}
				next={{ label: next, run: () => say({ say: "next" }) }}
				onClose={() => say({ say: "close" })}
				onLookInside={(glyph) => void orSay(request("lookInside", { glyph }), "picker.noAnswer")}
				onShape={(areas, dialog) => say({ say: "shape", areas, dialog })}
				{...(field && {
					field: {
						limits: field,
						insert: (text) => say({ say: "insert", text }),
						takesNothing: takesNothing.value,
					},
				})}
			/>
		);
	return shown(<View />, (message) => {
		switch (message.say) {
			case "where":
				where.value = message.where;
				break;
			case "progress":
				panel.progress(message.share);
				break;
			case "outcome":
				note.value = message.note;
				panel.end(message.outcome);
				break;
			case "notInserted":
				takesNothing.value = true;
				break;
			case "copied":
				whenCopied(message.done);
		}
	});
}

/** Lets the person select a rectangle or an element. */
export function showRegion({ initial, hint, digits }: Extract<Scene, { kind: "region" }>, say: Say): Shown {
	const bounds = signal<Box | null>(null);
	let hovered: Box | null = null;
	const selection = createRegionState({
		bounds: () => bounds.value!,
		...(initial && { initial }),
		...(digits !== undefined && { digits }),
		// Only the picker sees the page: what it answered last stands until it answers anew.
		boxAt: (x, y) => {
			say({ say: "hover", x, y });
			return hovered;
		},
		onRegion: (region, digits) => say({ say: "region", region, ...(digits !== undefined && { digits }) }),
		onElement: (x, y) => say({ say: "element", x, y }),
	});
	const View = () => bounds.value && <RegionSelector selection={selection} hint={hint} />;
	return shown(<View />, (message) => {
		if (message.say === "where") {
			bounds.value = message.where.viewport;
			say({ say: "shape", areas: [message.where.viewport] });
		} else if (message.say === "hovered") {
			hovered = message.box;
			selection.hover(message.box);
		}
	});
}

/** Lets the person draw a number for a field. */
export function showDrawing(
	{ name, limits }: Extract<Scene, { kind: "draw" }>,
	{ pad: settings, panel: { doubtBelow } }: PageSettings,
	say: Say,
): Shown {
	const where = signal<Where | null>(null);
	const takesNothing = signal(false);
	const pad = createPadState({
		read: (strokes) =>
			request("readInk", { strokes }).catch(() => ({ ok: false, sentence: t("picker.noAnswer") })),
		save: () => {},
		settings: signal({ ...settings, clearAfter: 0 }),
	});
	const View = () =>
		where.value && (
			<FieldPad
				pad={pad}
				doubtBelow={doubtBelow}
				name={name}
				limits={limits}
				takesNothing={takesNothing.value}
				{...where.value}
				onInsert={(text) => say({ say: "insert", text })}
				onClose={() => say({ say: "close" })}
				onShape={(areas, dialog) => say({ say: "shape", areas, dialog })}
			/>
		);
	return shown(<View />, (message) => {
		if (message.say === "where") where.value = message.where;
		else if (message.say === "notInserted") takesNothing.value = true;
	});
}

function shown(view: ComponentChild, hear: Shown["hear"]): Shown {
	render(view, document.body);
	return { hear, end: () => render(null, document.body) };
}

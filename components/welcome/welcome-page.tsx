import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import { InkPad } from "../pad/ink-pad.tsx";
import type { PadState } from "../pad/pad-state.ts";
import { SpokenReading } from "../reading/spoken-reading.tsx";
import { doubtSentence, nothingSentence, refusalSentence } from "../reading/words.ts";
import { type Parts, RichText } from "../rich-text.tsx";
import { PinPicture } from "./pin-picture.tsx";

/** What can be tried, in this order. */
export type StepName = "pin" | "draw" | "read" | "select";

export interface WelcomeProps {
	readonly pad: PadState;
	/** Digits less probable than this are called doubtful. */
	readonly doubtBelow: ReadonlySignal<number>;
	/** What the person has done already. */
	readonly done: ReadonlySignal<Readonly<Record<StepName, boolean>>>;
	/** Pictures of handwritten digits: one to try the menu on, and a note to select in. */
	readonly picture: string;
	readonly note: string;
	/** As the browser names them; empty where none are set. */
	readonly keys: { readonly popup: string; readonly region: string };
	/** Whether the browser is Firefox, which hides new extensions behind the same button with other words. */
	readonly isFirefox: boolean;
	readonly onBegin: () => void;
	readonly onClose: () => void;
	readonly onOptions: () => void;
}

const PARTS: Parts = { key: (name) => <kbd>{name}</kbd>, choice: (name) => <b>{name}</b> };

/** What the extension does, to be tried at once: steps, none of which must be taken. */
export function WelcomePage({ pad, doubtBelow, done, keys, ...props }: WelcomeProps) {
	const { picture, note, isFirefox, onBegin, onClose, onOptions } = props;
	const step = (name: StepName) => ({ name, isDone: done.value[name] });
	return (
		<main class="welcome">
			<header>
				<img src="/icon/128.png" width="48" height="48" alt="" />
				<div>
					<h1>{t("welcome.heading")}</h1>
					<p>{t("welcome.about")}</p>
				</div>
				<button type="button" class="link" onClick={onClose}>
					{t("welcome.skip")}
				</button>
			</header>
			<ol>
				<Step number={1} title={t("welcome.pin")} {...step("pin")}>
					<p>
						<RichText words={isFirefox ? t("welcome.pinFirefox") : t("welcome.pinHow")} parts={PARTS} />
					</p>
					<PinPicture isFirefox={isFirefox} />
				</Step>
				<Step number={2} title={t("welcome.draw")} {...step("draw")}>
					<p>
						<RichText
							words={keys.popup ? t("welcome.drawHowKeys", { keys: keys.popup }) : t("welcome.drawHow")}
							parts={PARTS}
						/>
					</p>
					<div class="welcome-pad">
						<InkPad pad={pad} />
						<Answer pad={pad} doubtBelow={doubtBelow.value} />
					</div>
				</Step>
				<Step number={3} title={t("welcome.rightClick")} {...step("read")}>
					<p>
						<RichText words={t("welcome.rightClickHow", { choice: t("menu.readHere") })} parts={PARTS} />
					</p>
					<img class="welcome-picture" src={picture} alt={t("welcome.picture")} />
				</Step>
				<Step number={4} title={t("welcome.select")} {...step("select")}>
					<p>
						<RichText
							words={
								keys.region
									? t("welcome.selectHowKeys", { choice: t("menu.selectRegion"), keys: keys.region })
									: t("welcome.selectHow", { choice: t("menu.selectRegion") })
							}
							parts={PARTS}
						/>
					</p>
					<div
						class="welcome-note"
						role="img"
						aria-label={t("welcome.note")}
						style={{ "--note": `url(${note})` }}
					/>
				</Step>
			</ol>
			<footer>
				<button type="button" class="button primary" onClick={onBegin}>
					{t("welcome.begin")}
				</button>
				<button type="button" class="link" onClick={onOptions}>
					{t("welcome.options")}
				</button>
			</footer>
		</main>
	);
}

interface StepProps {
	readonly number: number;
	readonly name: StepName;
	readonly title: string;
	readonly isDone: boolean;
	readonly children: ComponentChildren;
}

function Step({ number, name, title, isDone, children }: StepProps) {
	return (
		<li class="step" data-step={name} data-done={isDone}>
			<h2>
				<span class="step-number" aria-hidden="true">
					{isDone ? <Icon name="done" /> : number}
				</span>
				{title}
				<span class="step-done" role="status">
					{isDone && t("welcome.done")}
				</span>
			</h2>
			{children}
		</li>
	);
}

function Answer({ pad, doubtBelow }: { pad: PadState; doubtBelow: number }) {
	const reading = pad.drawing.value ? null : pad.reading.value;
	const remark =
		pad.failure.value ??
		(reading
			? doubtSentence(reading, doubtBelow) || refusalSentence(reading) || nothingSentence(reading)
			: "");
	return (
		<div class="welcome-answer">
			<output aria-hidden="true">{pad.reading.value?.text.replaceAll("\n", " ") || "–"}</output>
			<p>{remark}</p>
			<button type="button" class="button" disabled={!pad.hasInk.value} onClick={pad.clear}>
				{t("clear")}
			</button>
			<SpokenReading reader={pad} drawing={pad.drawing} doubtBelow={doubtBelow} />
		</div>
	);
}

import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import { InkPad } from "../pad/ink-pad.tsx";
import type { PadState } from "../pad/pad-state.ts";
import { SpokenReading } from "../reading/spoken-reading.tsx";
import { doubtSentence, nothingSentence, refusalSentence } from "../reading/words.ts";
import { type Parts, RichText } from "../rich-text.tsx";

export interface WelcomeProps {
	readonly pad: PadState;
	/** Digits less probable than this are called doubtful. */
	readonly doubtBelow: ReadonlySignal<number>;
	/** A picture of handwritten digits to try the menu on. */
	readonly picture: string;
	/** As the browser names them; empty where none are set. */
	readonly keys: { readonly popup: string; readonly region: string };
	readonly onClose: () => void;
	readonly onOptions: () => void;
}

const PARTS: Parts = { key: (name) => <kbd>{name}</kbd>, choice: (name) => <b>{name}</b> };

/** What the extension does, to be tried at once: three steps, none of which must be taken. */
export function WelcomePage({ pad, doubtBelow, picture, keys, onClose, onOptions }: WelcomeProps) {
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
				<Step number={1} title={t("welcome.draw")}>
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
				<Step number={2} title={t("welcome.rightClick")}>
					<p>
						<RichText words={t("welcome.rightClickHow", { choice: t("menu.readImage") })} parts={PARTS} />
					</p>
					<img class="welcome-picture" src={picture} alt={t("welcome.picture")} />
				</Step>
				<Step number={3} title={t("welcome.select")}>
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
					<p class="welcome-icon">
						<Icon name="region" />
					</p>
				</Step>
			</ol>
			<footer>
				<button type="button" class="button primary" onClick={onClose}>
					{t("welcome.begin")}
				</button>
				<button type="button" class="link" onClick={onOptions}>
					{t("welcome.options")}
				</button>
			</footer>
		</main>
	);
}

function Step({ number, title, children }: { number: number; title: string; children: ComponentChildren }) {
	return (
		<li class="step">
			<h2>
				<span class="step-number" aria-hidden="true">
					{number}
				</span>
				{title}
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

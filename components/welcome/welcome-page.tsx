import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";
import { InkPad } from "../pad/ink-pad.tsx";
import type { PadState } from "../pad/pad-state.ts";
import { SpokenReading } from "../reading/spoken-reading.tsx";
import { doubtSentence, nothingSentence, refusalSentence } from "../reading/words.ts";

export interface WelcomeProps {
	readonly pad: PadState;
	/** A picture of handwritten digits to try the menu on. */
	readonly picture: string;
	/** As the browser names them; empty where none are set. */
	readonly keys: { readonly popup: string; readonly region: string };
	readonly onClose: () => void;
	readonly onOptions: () => void;
}

/** What the extension does, to be tried at once: three steps, none of which must be taken. */
export function WelcomePage({ pad, picture, keys, onClose, onOptions }: WelcomeProps) {
	return (
		<main class="welcome">
			<header>
				<img src="/icon/128.png" width="48" height="48" alt="" />
				<div>
					<h1>Digit Lens reads handwritten digits</h1>
					<p>Wholly on this device: nothing that you draw or read leaves it.</p>
				</div>
				<button type="button" class="link" onClick={onClose}>
					Skip
				</button>
			</header>
			<ol>
				<Step number={1} title="Draw">
					<p>
						Write a number here. The button of Digit Lens in the toolbar opens such a pad anywhere
						{keys.popup && (
							<>
								, and so do the keys <kbd>{keys.popup}</kbd>
							</>
						)}
						.
					</p>
					<div class="welcome-pad">
						<InkPad pad={pad} />
						<Answer pad={pad} />
					</div>
				</Step>
				<Step number={2} title="Right-click a picture">
					<p>
						Right-click this one and choose <b>Read digits in this image</b>. It works on the pictures and
						videos of every page.
					</p>
					<img class="welcome-picture" src={picture} alt="Handwritten digits" />
				</Step>
				<Step number={3} title="Select anything">
					<p>
						For all else on a page, drag a rectangle around it: right-click and choose{" "}
						<b>Select a region to read</b>
						{keys.region && (
							<>
								, or press <kbd>{keys.region}</kbd>
							</>
						)}
						.
					</p>
					<p class="welcome-icon">
						<Icon name="region" />
					</p>
				</Step>
			</ol>
			<footer>
				<button type="button" class="button primary" onClick={onClose}>
					Begin
				</button>
				<button type="button" class="link" onClick={onOptions}>
					Options and privacy
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

function Answer({ pad }: { pad: PadState }) {
	const reading = pad.drawing.value ? null : pad.reading.value;
	const remark =
		pad.failure.value ??
		(reading ? doubtSentence(reading) || refusalSentence(reading) || nothingSentence(reading) : "");
	return (
		<div class="welcome-answer">
			<output aria-hidden="true">{pad.reading.value?.text.replaceAll("\n", " ") || "–"}</output>
			<p>{remark}</p>
			<button type="button" class="button" disabled={!pad.hasInk.value} onClick={pad.clear}>
				Clear
			</button>
			<SpokenReading reader={pad} drawing={pad.drawing} />
		</div>
	);
}

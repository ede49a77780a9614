import type { ReadonlySignal } from "@preact/signals";
import type { Command } from "../../lib/browser/commands.ts";
import { Keys } from "./keys.tsx";
import { type Cards, ModelChoice } from "./model-choice.tsx";
import { Privacy } from "./privacy.tsx";

export interface OptionsProps {
	readonly model: ReadonlySignal<string>;
	/** Why another model than the chosen one reads; null when all is well. */
	readonly trouble: ReadonlySignal<string | null>;
	readonly cards: ReadonlySignal<Cards>;
	readonly commands: readonly Command[];
	readonly onChooseModel: (id: string) => void;
	readonly onChangeKeys: () => Promise<boolean>;
}

/** All that can be set, and what the extension may do. */
export function OptionsPage(props: OptionsProps) {
	return (
		<main class="options">
			<header>
				<img src="/icon/128.png" width="40" height="40" alt="" />
				<h1>Digit Lens options</h1>
			</header>
			<section aria-labelledby="model">
				<h2 id="model">Model</h2>
				<p>The network that turns ink into digits. A change holds at once, in the popup and in pages.</p>
				{props.trouble.value && (
					<p class="trouble" role="alert">
						{props.trouble}
					</p>
				)}
				<ModelChoice model={props.model} cards={props.cards} onChoose={props.onChooseModel} />
			</section>
			<section aria-labelledby="past">
				<h2 id="past">Past readings</h2>
				<p>
					What was read in pages stays on this device.{" "}
					<a href="/readings.html">Search, export or delete it</a>, or switch it off.
				</p>
			</section>
			<Keys commands={props.commands} onChange={props.onChangeKeys} />
			<Privacy />
		</main>
	);
}

import { Choice, Range, Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

/** Where answers stand on pages, and what they call doubtful. */
export function PanelSection({ options }: { options: OptionsState }) {
	const panel = options.settings.value.panel;
	return (
		<section aria-labelledby="panel">
			<h2 id="panel">Answers</h2>
			<div class="fields">
				<Choice
					label="On a page they stand"
					hint="They never cover the digits."
					value={panel.position}
					options={[
						["beside", "Beside what was read"],
						["corner", "In a corner of the window"],
					]}
					onChange={(position) => options.set("panel", { position })}
				/>
				<Toggle
					label="Copy every answer"
					hint="The number is on the clipboard as soon as it is read, and again when you correct it."
					on={panel.autoCopy}
					onChange={(autoCopy) => options.set("panel", { autoCopy })}
				/>
				<Range
					label="Doubtful"
					hint="Digits that are less sure than this are marked, here and in the popup."
					value={Math.round(panel.doubtBelow * 100)}
					min={50}
					max={99}
					shown={`below ${Math.round(panel.doubtBelow * 100)} %`}
					onChange={(below) => options.set("panel", { doubtBelow: below / 100 })}
				/>
			</div>
		</section>
	);
}

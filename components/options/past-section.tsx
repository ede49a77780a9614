import { Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

/** Whether readings are kept, and the way to them. */
export function PastSection({ options }: { options: OptionsState }) {
	return (
		<section aria-labelledby="past">
			<h2 id="past">Past readings</h2>
			<div class="fields">
				<Toggle
					label="Keep what is read"
					hint="The last 200 readings of pages and pictures, on this device only; nothing of private windows."
					on={options.settings.value.history.keep}
					onChange={(keep) => options.set("history", { keep })}
				/>
			</div>
			<a class="button" href="/readings.html">
				Search, export or delete them
			</a>
		</section>
	);
}

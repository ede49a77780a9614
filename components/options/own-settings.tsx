import { useRef } from "preact/hooks";
import type { OptionsState } from "./options-state.ts";

/** All settings together: as a file, and back to the first ones. */
export function OwnSettings({ options }: { options: OptionsState }) {
	const input = useRef<HTMLInputElement>(null);
	const { replaced, trouble } = options;
	return (
		<section aria-labelledby="all">
			<h2 id="all">All settings</h2>
			<p>Take your settings to another browser, or begin anew. What was read stays untouched.</p>
			<div class="buttons">
				<button type="button" class="button" onClick={options.saveToFile}>
					Save to a file
				</button>
				<button type="button" class="button" onClick={() => input.current?.click()}>
					Load from a file
				</button>
				<button type="button" class="button" onClick={options.reset}>
					Reset
				</button>
				<input
					ref={input}
					type="file"
					accept="application/json,.json"
					hidden
					aria-label="File of settings"
					onChange={({ currentTarget }) => {
						const [file] = currentTarget.files ?? [];
						if (file) void options.loadFile(file);
						currentTarget.value = "";
					}}
				/>
			</div>
			{trouble.value && (
				<p class="trouble" role="alert">
					{trouble.value} Nothing was changed.
				</p>
			)}
			<p class="replaced" role="status">
				{replaced.value && (
					<>
						{replaced.value.sentence}{" "}
						<button type="button" class="link" onClick={options.undo}>
							Undo
						</button>
					</>
				)}
			</p>
		</section>
	);
}

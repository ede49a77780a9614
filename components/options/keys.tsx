import { useState } from "preact/hooks";
import type { Command } from "../../lib/browser/commands.ts";

interface KeysProps {
	readonly commands: readonly Command[];
	/** Resolves to false when the browser does not open its page for this. */
	readonly onChange: () => Promise<boolean>;
}

/** The keys that work everywhere in the browser, and the way to change them. */
export function Keys({ commands, onChange }: KeysProps) {
	const [byHand, setByHand] = useState(false);
	return (
		<section aria-labelledby="keys">
			<h2 id="keys">Keys</h2>
			<table class="keys">
				<tbody>
					{commands.map(({ name, description, keys }) => (
						<tr key={name}>
							<th scope="row">{description}</th>
							<td>{keys ? <kbd>{keys}</kbd> : "no keys set"}</td>
						</tr>
					))}
				</tbody>
			</table>
			<button type="button" class="button" onClick={async () => setByHand(!(await onChange()))}>
				Change the keys
			</button>
			{byHand && (
				<p role="status">
					Open <code>about:addons</code>, click the gear and choose “Manage Extension Shortcuts”.
				</p>
			)}
		</section>
	);
}

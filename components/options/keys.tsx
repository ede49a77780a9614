import { useState } from "preact/hooks";
import type { Command } from "../../lib/browser/commands.ts";
import { t } from "../../lib/browser/language.ts";
import { RichText } from "../rich-text.tsx";

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
			<h2 id="keys">{t("options.place.keys")}</h2>
			<table class="keys">
				<tbody>
					{commands.map(({ name, description, keys }) => (
						<tr key={name}>
							<th scope="row">{description}</th>
							<td>{keys ? <kbd>{keys}</kbd> : t("options.keys.none")}</td>
						</tr>
					))}
				</tbody>
			</table>
			<button type="button" class="button" onClick={async () => setByHand(!(await onChange()))}>
				{t("options.keys.change")}
			</button>
			{byHand && (
				<p role="status">
					<RichText words={t("options.keys.byHand")} parts={{ address: (name) => <code>{name}</code> }} />
				</p>
			)}
		</section>
	);
}

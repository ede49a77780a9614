import { t } from "../../../lib/browser/language.ts";
import { TERMS } from "./terms.ts";

/** All words of the field with what they mean, below every view. */
export function Glossary() {
	return (
		<details class="glossary">
			<summary>{t("lab.glossary.title")}</summary>
			<dl>
				{TERMS.map((id) => (
					<div key={id}>
						<dt>{t(`lab.glossary.${id}.word`)}</dt>
						<dd>{t(`lab.glossary.${id}.means`)}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}

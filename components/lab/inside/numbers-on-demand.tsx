import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../../lib/browser/language.ts";

/** The numbers behind a picture. They are made when they are opened: hundreds of cells would slow the pen down. */
export function NumbersOnDemand({ children }: { children: () => ComponentChildren }) {
	const open = useSignal(false);
	return (
		<details
			class="numbers-on-demand"
			onToggle={(event) => {
				open.value = event.currentTarget.open;
			}}
		>
			<summary>{t("lab.numbers")}</summary>
			{open.value && children()}
		</details>
	);
}

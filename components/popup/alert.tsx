import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import type { PopupState } from "./popup-state.ts";

/** What the person has to know now. It stands in a place of its own: no control lies under it. */
export function Alert({ popup }: { popup: PopupState }) {
	const sentence = popup.alert.value;
	if (!sentence) return null;
	return (
		<div class="alert" role="alert">
			<p>{sentence}</p>
			<button
				type="button"
				class="tool"
				aria-label={t("popup.dismiss")}
				title={t("popup.dismiss")}
				onClick={popup.dismissAlert}
			>
				<Icon name="close" />
			</button>
		</div>
	);
}

import { t } from "../../lib/browser/language.ts";
import { Switch, Tool } from "../tool.tsx";
import type { PopupState } from "./popup-state.ts";
import { SaveMenu } from "./save-menu.tsx";

/** What can be done to the drawing. */
export function SheetTools({ popup }: { popup: PopupState }) {
	const sheet = popup.sheet.value;
	const erasing = sheet.erasing.value;
	return (
		<div class="tools" role="toolbar" aria-label={t("tools.name")}>
			<Tool icon="undo" name={t("undo")} keys="Ctrl+Z" active={sheet.canUndo} onUse={sheet.undo} />
			<Tool
				icon="redo"
				name={t("tools.redo")}
				keys={t("tools.redoKeys")}
				active={sheet.canRedo}
				onUse={sheet.redo}
			/>
			<Tool
				icon="clear"
				name={t("clear")}
				keys={t("tools.clearKeys")}
				active={sheet.hasInk}
				onUse={sheet.clear}
			/>
			{popup.surface.value !== "picture" && (
				<Switch
					icon="erase"
					name={t("tools.eraser")}
					on={erasing}
					onUse={() => {
						sheet.erasing.value = !erasing;
					}}
				/>
			)}
			<span class="tools-gap" />
			<Switch
				icon="grid"
				name={t("tools.pixels")}
				on={popup.surface.value === "pixels"}
				onUse={() => popup.toggleSurface("pixels")}
			/>
			<Switch
				icon="picture"
				name={t("tools.picture")}
				on={popup.surface.value === "picture"}
				onUse={() => popup.toggleSurface("picture")}
			/>
			<SaveMenu popup={popup} />
		</div>
	);
}

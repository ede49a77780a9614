import { t } from "../../lib/browser/language.ts";
import { Switch, Tool } from "../tool.tsx";
import type { PopupState } from "./popup-state.ts";
import { SaveMenu } from "./save-menu.tsx";

/** What can be done to the drawing. */
export function SurfaceTools({ popup }: { popup: PopupState }) {
	const active = popup.active.value;
	const erasing = active.erasing.value;
	return (
		<div class="tools" role="toolbar" aria-label={t("tools.name")}>
			<Tool icon="undo" name={t("undo")} keys="Ctrl+Z" active={active.canUndo} onUse={active.undo} />
			<Tool
				icon="redo"
				name={t("tools.redo")}
				keys={t("tools.redoKeys")}
				active={active.canRedo}
				onUse={active.redo}
			/>
			<Tool
				icon="clear"
				name={t("clear")}
				keys={t("tools.clearKeys")}
				active={active.hasInk}
				onUse={active.clear}
			/>
			{popup.surface.value !== "picture" && (
				<Switch
					icon="erase"
					name={t("tools.eraser")}
					on={erasing}
					onUse={() => {
						active.erasing.value = !erasing;
					}}
				/>
			)}
			{popup.surface.value === "picture" && (
				<Switch
					icon="region"
					name={t("picture.selectPart")}
					on={popup.picture.choosing.value}
					disabled={!active.hasInk.value}
					onUse={() => popup.picture.choosePart(!popup.picture.choosing.value)}
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

import { Switch, Tool } from "../tool.tsx";
import type { PopupState } from "./popup-state.ts";
import { SaveMenu } from "./save-menu.tsx";

/** What can be done to the drawing. */
export function SheetTools({ popup }: { popup: PopupState }) {
	const sheet = popup.sheet.value;
	const erasing = sheet.erasing.value;
	return (
		<div class="tools" role="toolbar" aria-label="Drawing tools">
			<Tool icon="undo" name="Undo" keys="Ctrl+Z" active={sheet.canUndo} onUse={sheet.undo} />
			<Tool icon="redo" name="Redo" keys="Ctrl+Shift+Z" active={sheet.canRedo} onUse={sheet.redo} />
			<Tool icon="clear" name="Clear" keys="Delete" active={sheet.hasInk} onUse={sheet.clear} />
			{popup.surface.value !== "picture" && (
				<Switch
					icon="erase"
					name="Eraser"
					on={erasing}
					onUse={() => {
						sheet.erasing.value = !erasing;
					}}
				/>
			)}
			<span class="tools-gap" />
			<Switch
				icon="grid"
				name="Draw the 28 × 28 pixels"
				on={popup.surface.value === "pixels"}
				onUse={() => popup.toggleSurface("pixels")}
			/>
			<Switch
				icon="picture"
				name="Read a picture"
				on={popup.surface.value === "picture"}
				onUse={() => popup.toggleSurface("picture")}
			/>
			<SaveMenu popup={popup} />
		</div>
	);
}

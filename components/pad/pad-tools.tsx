import type { ReadonlySignal } from "@preact/signals";
import { Icon, type IconName } from "../icon.tsx";
import type { PadState } from "./pad-state.ts";

/** What can be done to the ink. */
export function PadTools({ pad, onSave }: { pad: PadState; onSave: () => void }) {
	return (
		<div class="tools" role="toolbar" aria-label="Drawing">
			<Tool icon="undo" name="Undo" keys="Ctrl+Z" active={pad.canUndo} onUse={pad.undo} />
			<Tool icon="redo" name="Redo" keys="Ctrl+Shift+Z" active={pad.canRedo} onUse={pad.redo} />
			<Tool icon="clear" name="Clear" keys="Delete" active={pad.hasInk} onUse={pad.clear} />
			<span class="tools-gap" />
			<Tool icon="save" name="Save as picture" keys="Ctrl+S" active={pad.hasInk} onUse={onSave} />
		</div>
	);
}

interface ToolProps {
	readonly icon: IconName;
	readonly name: string;
	readonly keys: string;
	readonly active: ReadonlySignal<boolean>;
	readonly onUse: () => void;
}

/** `aria-disabled` rather than `disabled`: a tool that has just used itself up must not lose the focus. */
function Tool({ icon, name, keys, active, onUse }: ToolProps) {
	return (
		<button
			type="button"
			class="tool"
			aria-label={name}
			aria-disabled={!active.value}
			title={`${name} (${keys})`}
			onClick={() => active.value && onUse()}
		>
			<Icon name={icon} />
		</button>
	);
}

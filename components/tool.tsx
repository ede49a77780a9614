import type { ReadonlySignal } from "@preact/signals";
import { Icon, type IconName } from "./icon.tsx";

export interface ToolProps {
	readonly icon: IconName;
	readonly name: string;
	/** The keys that do the same, where there are any. */
	readonly keys?: string;
	readonly active: ReadonlySignal<boolean>;
	readonly onUse: () => void;
}

/** `aria-disabled` rather than `disabled`: a tool that has just used itself up must not lose the focus. */
export function Tool({ icon, name, keys, active, onUse }: ToolProps) {
	return (
		<button
			type="button"
			class="tool"
			aria-label={name}
			aria-disabled={!active.value}
			title={keys ? `${name} (${keys})` : name}
			onClick={() => active.value && onUse()}
		>
			<Icon name={icon} />
		</button>
	);
}

/** A tool that is on or off. */
export function Switch({
	icon,
	name,
	on,
	disabled = false,
	onUse,
}: Pick<ToolProps, "icon" | "name" | "onUse"> & { on: boolean; disabled?: boolean }) {
	return (
		<button
			type="button"
			class="tool"
			aria-label={name}
			aria-pressed={on}
			aria-disabled={disabled}
			title={name}
			onClick={() => !disabled && onUse()}
		>
			<Icon name={icon} />
		</button>
	);
}

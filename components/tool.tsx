import type { ReadonlySignal } from "@preact/signals";
import { Icon, type IconName } from "./icon.tsx";

export interface ToolProps {
	readonly icon: IconName;
	readonly name: string;
	/** The keys that do the same, where there are any. */
	readonly keys?: string;
	/** Whether it can be used now; always where nothing is said. */
	readonly active?: ReadonlySignal<boolean>;
	readonly onUse: () => void;
}

/** `aria-disabled` rather than `disabled`: a tool that has just used itself up must not lose the focus. */
export function Tool({ icon, name, keys, active, onUse }: ToolProps) {
	const isActive = active?.value ?? true;
	return (
		<button
			type="button"
			class="tool"
			aria-label={name}
			aria-disabled={!isActive}
			title={keys ? `${name} (${keys})` : name}
			onClick={() => isActive && onUse()}
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

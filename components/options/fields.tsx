import type { ComponentChildren } from "preact";
import { RangeInput } from "../range-input.tsx";

interface FieldProps {
	readonly label: string;
	/** What it does, where the label does not say it all. */
	readonly hint?: string;
}

interface ToggleProps extends FieldProps {
	readonly on: boolean;
	readonly onChange: (on: boolean) => void;
	/** Told at once of a click or a key of the person's own. */
	readonly onPress?: (on: boolean) => void;
}

/** Something that is so or not. */
export function Toggle({ label, hint, on, onChange, onPress }: ToggleProps) {
	return (
		<label class="field">
			<Words label={label} hint={hint} />
			<input
				type="checkbox"
				class="switch"
				checked={on}
				onClick={({ currentTarget, isTrusted }) => isTrusted && onPress?.(currentTarget.checked)}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>
		</label>
	);
}

interface RangeProps extends FieldProps {
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly step?: number;
	/** The value as people read it. */
	readonly shown: string;
	readonly onChange: (value: number) => void;
	readonly children?: ComponentChildren;
}

/** A number within bounds; `children` shows what it looks like. */
export function Range({ label, hint, value, min, max, step = 1, shown, onChange, children }: RangeProps) {
	return (
		<label class="field">
			<Words label={label} hint={hint} />
			<span class="range">
				{children}
				<RangeInput value={value} min={min} max={max} step={step} shown={shown} onChange={onChange} />
			</span>
		</label>
	);
}

interface ChoiceProps<T extends string> extends FieldProps {
	readonly value: T;
	readonly options: readonly (readonly [value: T, name: string])[];
	readonly onChange: (value: T) => void;
}

/** One of a few. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: ChoiceProps<T>) {
	return (
		<label class="field">
			<Words label={label} hint={hint} />
			<select
				class="select"
				value={value}
				onChange={({ currentTarget }) => onChange(currentTarget.value as T)}
			>
				{options.map(([option, name]) => (
					<option key={option} value={option}>
						{name}
					</option>
				))}
			</select>
		</label>
	);
}

function Words({ label, hint }: FieldProps) {
	return (
		<span class="field-words">
			{label}
			{hint && <small>{hint}</small>}
		</span>
	);
}

interface RangeInputProps {
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly step: number;
	/** The value as people read it. */
	readonly shown: string;
	readonly onChange: (value: number) => void;
}

/** A slider that is followed while it moves, and beside it what it says. */
export function RangeInput({ value, min, max, step, shown, onChange }: RangeInputProps) {
	return (
		<>
			<input
				type="range"
				min={min}
				max={max}
				step={step}
				value={value}
				aria-valuetext={shown}
				onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
			/>
			<output>{shown}</output>
		</>
	);
}

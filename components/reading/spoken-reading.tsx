import { type ReadonlySignal, signal, useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Reader } from "./reader.ts";
import { spokenReading } from "./words.ts";

/** Quiet after the last change before the reading is said, in milliseconds; between two strokes nobody wants to hear it. */
const PAUSE = 900;

interface SpokenReadingProps {
	readonly reader: Reader;
	readonly drawing: ReadonlySignal<boolean>;
	/** Digits less probable than this are called doubtful. */
	readonly doubtBelow: number;
}

/** Tells a screen reader what was read, once the pen rests. */
export function SpokenReading({ reader, drawing, doubtBelow }: SpokenReadingProps) {
	const [said] = useState(() => signal(""));
	useSignalEffect(() => {
		const reading = reader.standing.value;
		const text = drawing.value || !reading ? "" : spokenReading(reading, doubtBelow);
		const timer = setTimeout(() => {
			said.value = text;
		}, PAUSE);
		return () => clearTimeout(timer);
	});
	return (
		<p class="spoken" role="status">
			{said}
		</p>
	);
}

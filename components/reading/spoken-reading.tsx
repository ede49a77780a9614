import { signal, useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import type { PadState } from "../pad/pad-state.ts";
import { spokenReading } from "./words.ts";

/** Quiet after the last change before the reading is said, in milliseconds; between two strokes nobody wants to hear it. */
const PAUSE = 900;

/** Tells a screen reader what was read, once the pen rests. */
export function SpokenReading({ pad }: { pad: PadState }) {
	const [said] = useState(() => signal(""));
	useSignalEffect(() => {
		const reading = pad.reading.value;
		const text = pad.live.value || !reading ? "" : spokenReading(reading);
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

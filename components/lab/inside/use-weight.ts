import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Shaped } from "../../../lib/lab/arithmetic.ts";
import type { PlacedLayer } from "../../../lib/models/network.ts";

/** A weight of a layer by Keras' name for it, such as `kernel`; null while it is fetched, and where there is none. */
export function useWeight(
	place: PlacedLayer,
	name: string,
	weight: (name: string) => Promise<Float32Array>,
): Shaped | null {
	const found = useSignal<Shaped | null>(null);
	const spec = place.weights.find((one) => one.name.endsWith(`/${name}`));
	useEffect(() => {
		let current = true;
		found.value = null;
		if (spec)
			void weight(spec.name).then(
				(values) => {
					if (current) found.value = { shape: spec.shape, values };
				},
				// What is wrong with the model is said where its layers are shown.
				() => {},
			);
		return () => {
			current = false;
		};
	}, [spec?.name, weight]);
	return found.value;
}

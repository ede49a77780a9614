import type { InkMap } from "../../../lib/image/pixels.ts";
import { between, type Random } from "../../random.ts";
import { elasticDisplacement } from "../augmentation/elastic.ts";

const SIDE = 28;

/** Nothing but noise: each pixel for itself. */
function noise(random: Random): Float32Array {
	const density = between(random, 0.05, 0.7);
	const gray = random() < 0.5;
	return Float32Array.from({ length: SIDE * SIDE }, () => {
		if (random() >= density) return 0;
		return gray ? random() : 1;
	});
}

/** Blobs, as a photo's shadows and textures become under a threshold. */
function blobs(random: Random): Float32Array {
	const { x } = elasticDisplacement(SIDE, between(random, 1.2, 7), 1, random);
	const level = between(random, -0.2, 0.35);
	return x.map((height) => (height > level ? 1 : 0));
}

/** A filled shape: the part of the square on one side of a few lines. */
function filled(random: Random): Float32Array {
	const cuts = Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
		const angle = random() * 2 * Math.PI;
		return [Math.cos(angle), Math.sin(angle), between(random, 3, 10)] as const;
	});
	return Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
		const [x, y] = [(i % SIDE) - SIDE / 2, Math.floor(i / SIDE) - SIDE / 2];
		return cuts.every(([a, b, reach]) => a * x + b * y < reach) ? 1 : 0;
	});
}

/** Ink that no pen wrote, 28x28. */
export function texture(random: Random): InkMap {
	const kind = random();
	const data = kind < 0.35 ? noise(random) : kind < 0.75 ? blobs(random) : filled(random);
	return { width: SIDE, height: SIDE, data };
}

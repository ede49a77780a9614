import type { Plane } from "../pixels.ts";
import { bytesAt, kernels } from "./kernels.ts";

/**
 * A plane in the memory of the kernels, which change it where it lies. There is one at a time: what makes another
 * one voids it, so it stays inside one function that waits for nothing.
 */
export class Sheet implements Plane {
	readonly width: number;
	readonly height: number;
	/** Where it lies. */
	readonly at: number;

	constructor(width: number, height: number) {
		this.width = width;
		this.height = height;
		this.at = kernels().room(width * height);
	}

	static of({ width, height, data }: Plane): Sheet {
		const sheet = new Sheet(width, height);
		sheet.data.set(data);
		return sheet;
	}

	/** What lies there now. */
	get data(): Uint8Array {
		return bytesAt(this.at, this.width * this.height);
	}

	/** A plane that lasts. */
	copy(): Plane {
		return { width: this.width, height: this.height, data: this.data.slice() };
	}
}

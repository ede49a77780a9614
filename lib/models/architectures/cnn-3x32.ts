import { conv2d, dense, dropout, flatten, maxPooling2D } from "../layers.ts";
import type { Network } from "../network.ts";

const block = () => [conv2d(32, 4, { padding: "same", activation: "relu" }), maxPooling2D(), dropout(0.1)];

export const cnn3x32: Network = {
	id: "cnn-3x32",
	layers: [...block(), ...block(), ...block(), flatten(), dense(128, "relu"), dense(10, "softmax")],
};

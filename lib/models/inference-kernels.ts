import "@tensorflow/tfjs-core/dist/flags.js";
import "@tensorflow/tfjs-core/dist/platforms/platform_browser.js";
import { _fusedMatMulConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/_FusedMatMul.js";
import { fusedBatchNormConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/FusedBatchNorm.js";
import { fusedConv2DConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D.js";
import { identityConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js";
import { maxPoolConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js";
import { meanConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Mean.js";
import { reluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Relu.js";
import { reshapeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js";
import { softmaxConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Softmax.js";
import { registerKernel } from "@tensorflow/tfjs-core";

/**
 * Registers what the layers need to run, and nothing else, so that the worker has less to compile when it
 * wakes. The build takes the backend without its own list of all kernels; Node has it with the list.
 */
export function registerInferenceKernels(): void {
	for (const config of [
		_fusedMatMulConfig,
		fusedBatchNormConfig,
		fusedConv2DConfig,
		identityConfig,
		maxPoolConfig,
		meanConfig,
		reluConfig,
		reshapeConfig,
		softmaxConfig,
	])
		registerKernel(config);
}

import { absConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Abs.js";
import { addConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js";
import { avgPoolConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool.js";
import { concatConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Concat.js";
import { depthwiseConv2dNativeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/DepthwiseConv2dNative.js";
import { eluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Elu.js";
import { erfConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Erf.js";
import { expConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Exp.js";
import { leakyReluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/LeakyRelu.js";
import { logConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Log.js";
import { maxConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Max.js";
import { maximumConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Maximum.js";
import { minimumConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Minimum.js";
import { multiplyConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply.js";
import { padV2Config } from "@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js";
import { realDivConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv.js";
import { relu6Config } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Relu6.js";
import { rsqrtConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt.js";
import { seluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Selu.js";
import { sigmoidConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid.js";
import { softplusConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Softplus.js";
import { subConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sub.js";
import { sumConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sum.js";
import { tanhConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh.js";
import { transposeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose.js";
import { backend, getKernel, registerKernel } from "@tensorflow/tfjs-core";

/**
 * Registers what only layers of imported models need, once the backend runs. None of the package's own models
 * does, so a worker that wakes for one of those spends nothing on them.
 */
export function registerFurtherKernels(): void {
	for (const config of [
		absConfig,
		addConfig,
		avgPoolConfig,
		concatConfig,
		depthwiseConv2dNativeConfig,
		eluConfig,
		erfConfig,
		expConfig,
		leakyReluConfig,
		logConfig,
		maxConfig,
		maximumConfig,
		minimumConfig,
		multiplyConfig,
		padV2Config,
		realDivConfig,
		relu6Config,
		rsqrtConfig,
		seluConfig,
		sigmoidConfig,
		softplusConfig,
		subConfig,
		sumConfig,
		tanhConfig,
		transposeConfig,
	]) {
		if (getKernel(config.kernelName, "wasm")) continue;
		registerKernel(config);
		// Kernels that are there before the backend starts are set up by it.
		config.setupFunc?.(backend());
	}
}

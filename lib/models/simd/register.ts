import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import {
	type _FusedMatMulAttrs,
	type BatchMatMulAttrs,
	backend,
	backend_util,
	type Conv2DAttrs,
	type Conv2DBackpropFilterAttrs,
	type Conv2DBackpropInputAttrs,
	type FusedConv2DAttrs,
	getKernel,
	type KernelConfig,
	type KernelFunc,
	registerKernel,
	type TensorInfo,
	unregisterKernel,
} from "@tensorflow/tfjs-core";
import { type ConvInfo, Convolution } from "./convolution.ts";
import { registerElementwise } from "./elementwise.ts";
import { attach } from "./memory.ts";

type Inputs = Record<string, TensorInfo>;

/**
 * Puts our convolution, matrix product and their gradients in the place of the WASM backend's, or beside them
 * where it has none (`Conv2DBackpropFilter`). They are two to three times as fast as its own where the
 * processor has fused multiply-add. Cases that they do not cover (dilations, batches of matrices, the input's
 * gradient through strides) still go to the backend's own.
 *
 * @param module the compiled `module.as.ts`; it needs WebAssembly relaxed SIMD (Chrome 114, Node 22)
 */
export function registerSimdKernels(module: WebAssembly.Module): void {
	const wasm = backend() as BackendWasm;
	const exports = attach(module, wasm);
	registerElementwise(wasm, exports);
	const convolution = new Convolution(wasm, exports);

	replace("Conv2D", ({ x, filter }, attrs) => {
		const info = convInfo(x.shape, filter.shape, attrs as unknown as Conv2DAttrs);
		return isPlain(info) && convolution.forward(x, filter, info);
	});
	replace("Conv2DBackpropInput", ({ dy, filter }, attrs) => {
		const { inputShape, ...rest } = attrs as unknown as Conv2DBackpropInputAttrs;
		const info = convInfo(inputShape, filter.shape, rest);
		return isPlain(info) && info.strideHeight === 1 && convolution.inputGradient(dy, filter, info);
	});
	replace("Conv2DBackpropFilter", ({ x, dy }, attrs) => {
		const { filterShape, ...rest } = attrs as unknown as Conv2DBackpropFilterAttrs;
		const info = convInfo(x.shape, filterShape, rest);
		return isPlain(info) && convolution.filterGradient(x, dy, info);
	});
	replace("FusedConv2D", ({ x, filter, bias, preluActivationWeights }, attrs) => {
		const info = convInfo(x.shape, filter.shape, attrs as unknown as Conv2DAttrs);
		const { activation } = attrs as unknown as FusedConv2DAttrs;
		if (!isPlain(info) || preluActivationWeights || !isSimple(activation)) return false;
		return convolution.forward(x, filter, info, { bias, relu: activation === "relu" });
	});
	replace("BatchMatMul", ({ a, b }, attrs) => {
		const { transposeA, transposeB } = attrs as unknown as BatchMatMulAttrs;
		if (!isMatrix(a) || !isMatrix(b) || (transposeA && transposeB)) return false;
		const [left, right] = [asMatrix(a), asMatrix(b)];
		const product = transposeA
			? convolution.transposedMatMul(left, right)
			: transposeB
				? convolution.matMulTransposed(left, right)
				: convolution.matMul(left, right);
		return { ...product, shape: [...a.shape.slice(0, -2), ...product.shape] };
	});
	replace("_FusedMatMul", ({ a, b, bias, preluActivationWeights }, attrs) => {
		const { transposeA, transposeB, activation } = attrs as unknown as _FusedMatMulAttrs;
		if (!isMatrix(a) || !isMatrix(b) || transposeA || transposeB) return false;
		if (preluActivationWeights || !isSimple(activation)) return false;
		const product = convolution.matMul(asMatrix(a), asMatrix(b), { bias, relu: activation === "relu" });
		return { ...product, shape: [...a.shape.slice(0, -2), ...product.shape] };
	});
}

/** Puts a kernel in the place of the backend's; `compute` answers false for what it does not cover. */
function replace(kernelName: string, compute: (inputs: Inputs, attrs: object) => TensorInfo | false): void {
	const before: KernelConfig | undefined = getKernel(kernelName, "wasm");
	const kernelFunc: KernelFunc = (params) => {
		const output = compute(params.inputs as Inputs, params.attrs as object);
		if (output) return output;
		if (!before) throw new Error(`${kernelName} is only there for dilations of 1.`);
		return before.kernelFunc(params);
	};
	if (before) unregisterKernel(kernelName, "wasm");
	registerKernel({ kernelName, backendName: "wasm", kernelFunc, setupFunc: before?.setupFunc });
}

function convInfo(
	inputShape: number[],
	filterShape: number[],
	attrs: Pick<Conv2DAttrs, "strides" | "pad" | "dataFormat" | "dimRoundingMode"> & Partial<Conv2DAttrs>,
): ConvInfo {
	return backend_util.computeConv2DInfo(
		inputShape as [number, number, number, number],
		filterShape as [number, number, number, number],
		attrs.strides,
		attrs.dilations ?? 1,
		attrs.pad,
		attrs.dimRoundingMode,
		false,
		backend_util.convertConv2DDataFormat(attrs.dataFormat),
	);
}

function isPlain({
	strideHeight,
	strideWidth,
	dilationHeight,
	dilationWidth,
	dataFormat,
}: ConvInfo): boolean {
	const isDilated = dilationHeight * dilationWidth > 1;
	return !isDilated && strideHeight === strideWidth && dataFormat === "channelsLast";
}

const isSimple = (activation: string) => activation === "linear" || activation === "relu";

const isMatrix = ({ shape, dtype }: TensorInfo) =>
	dtype === "float32" && shape.length >= 2 && shape.slice(0, -2).every((size) => size === 1);

const asMatrix = (tensor: TensorInfo): TensorInfo => ({ ...tensor, shape: tensor.shape.slice(-2) });

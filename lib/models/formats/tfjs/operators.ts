import { type Arithmetic, arithmetic } from "../arithmetic.ts";
import { squeezed, unsqueezed, withoutBatch } from "../axes.ts";
import { type Entity, isConstant, kernelOf, numbersOf, resolved } from "../constant.ts";
import type { Value } from "../value.ts";
import { ACTIVATIONS } from "./activations.ts";
import { onConstants } from "./constants.ts";
import { numberIn, squeezedAxes } from "./node.ts";
import { constantAt, layoutOf, type Operation, refused, unusable, valuesAt } from "./operation.ts";
import { concat, pad, reduce } from "./shapes.ts";
import { convolution, fused, product, sidesOf, windowOf } from "./sums.ts";

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
	Add: "Add",
	AddV2: "Add",
	BiasAdd: "Add",
	Sub: "Subtract",
	Mul: "Multiply",
	RealDiv: "Divide",
	Maximum: "Maximum",
	Minimum: "Minimum",
};

/** What a node gives. Throws a UserError at an operation, or a use of one, that cannot be run. */
export function operate(step: Operation): Entity {
	const { node, inputs, builder, alone } = step;
	const [a, b] = inputs;
	if (!a) throw refused(node);
	const kind = ARITHMETIC[node.operation];
	if (kind && b) {
		// A bias belongs to the channels wherever they are.
		if (node.operation === "BiasAdd" && !isConstant(a) && isConstant(b) && layoutOf(node) === "channelsFirst")
			return arithmetic(builder, kind, a, { shape: [b.shape[0], 1, 1], values: b.values }, alone);
		return arithmetic(builder, kind, a, b, alone);
	}
	if (inputs.every(isConstant) || node.operation === "Shape") return onConstants(step);
	if (node.operation === "ConcatV2") return concat(step);
	if (isConstant(a)) throw refused(node);
	return onValue(step, a);
}

function onValue(step: Operation, x: Value): Value {
	const { builder, node, inputs, batch } = step;
	const activation = ACTIVATIONS[node.operation];
	if (activation) return builder.activation(x, activation);
	switch (node.operation) {
		case "Identity":
		case "IdentityN":
		case "StopGradient":
		case "Cast":
		case "CheckNumerics":
			return x;
		case "Neg":
			return builder.rescale(x, -1, 0);
		case "Elu":
			return builder.leaky(x, "ELU", 1);
		case "LeakyRelu":
			return builder.leaky(x, "LeakyReLU", numberIn(node, "alpha", 0.2));
		case "Prelu":
			return builder.prelu(x, kernelOf(constantAt(step, 1)));
		case "Conv2D":
		case "_FusedConv2D":
			return convolution(step, x);
		case "DepthwiseConv2dNative":
		case "FusedDepthwiseConv2dNative": {
			const [bias, activated] = fused(step);
			const kernel = kernelOf(constantAt(step, 1));
			return activated(builder.depthwise(x, layoutOf(node), kernel, bias, windowOf(node)));
		}
		case "MatMul":
		case "BatchMatMul":
		case "BatchMatMulV2":
		case "_FusedMatMul":
			return product(step, x);
		case "MaxPool":
		case "AvgPool": {
			const layout = layoutOf(node);
			const type = node.operation === "MaxPool" ? "MaxPooling2D" : "AveragePooling2D";
			return builder.pool(x, layout, type, sidesOf(node, "ksize", layout), windowOf(node));
		}
		case "Mean":
		case "Max":
			return reduce(step, x);
		case "FusedBatchNorm":
		case "FusedBatchNormV2":
		case "FusedBatchNormV3": {
			const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((at) => valuesAt(step, at));
			const axis = layoutOf(node) === "channelsFirst" ? 0 : x.shape.length - 1;
			return builder.batchNorm(x, axis, { gamma, beta, mean, variance }, numberIn(node, "epsilon", 1e-4));
		}
		case "Reshape": {
			const target = numbersOf(constantAt(step, 1));
			const shape = resolved(target, [batch, ...x.shape]);
			if (shape[0] !== batch) throw unusable(node, target.join(" × "));
			return builder.reshape(x, shape.slice(1));
		}
		case "Squeeze": {
			const axes = squeezedAxes(node).map((axis) => withoutBatch(axis, x.shape.length));
			return builder.reshape(x, squeezed(x.shape, axes));
		}
		case "ExpandDims": {
			const [given] = numbersOf(constantAt(step, 1));
			const axis = withoutBatch(given, x.shape.length + 1);
			if (axis < 0) throw unusable(node, "the batch's axis");
			return builder.reshape(x, unsqueezed(x.shape, [axis]));
		}
		case "Transpose": {
			const axes = numbersOf(constantAt(step, 1));
			if (axes[0] !== 0) throw unusable(node, "the batch's axis");
			return builder.permute(
				x,
				axes.slice(1).map((axis) => axis - 1),
			);
		}
		case "Pad":
		case "PadV2":
			return pad(step, x);
		case "Rsqrt":
		case "Square":
			throw refused(node);
		case "AddN":
			return builder.merge("Add", inputs as Value[]);
		default:
			throw refused(node);
	}
}

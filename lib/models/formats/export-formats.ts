/** The formats in which any model can be saved, as people name them. */
export const EXPORT_FORMATS = ["TensorFlow.js", "Keras", "ONNX", "safetensors"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How the name of such a file ends. */
export const FILE_ENDINGS: Readonly<Record<ExportFormat, string>> = {
	"TensorFlow.js": ".tfjs.zip",
	Keras: ".keras",
	ONNX: ".onnx",
	safetensors: ".safetensors",
};

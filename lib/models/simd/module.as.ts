// The one WebAssembly module that `attach` instantiates.
export { convolve, filterGradient, gatherPatches, pack, packFlipped } from "./convolution.as";
export { columnSums, maxPoolGradient, mixColumns, reluGradient } from "./elementwise.as";

// The one WebAssembly module that `attach` instantiates.
export { convolve, gatherPatches, pack, packFlipped } from "./convolution.as";
export { columnSums, maxPoolGradient, mixColumns, reluGradient } from "./elementwise.as";
export { filterGradient } from "./filter-gradient.as";

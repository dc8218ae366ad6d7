// The CPU engine's inner loops, in AssemblyScript: WebAssembly SIMD over float32 planes that the host lays out.
export { correlateRows } from './correlate-rows';
export { correlateTaps } from './correlate-taps';
export { addKernelGradient } from './kernel-gradient';
export { residual } from './residual';
export { spreadRows } from './spread-rows';

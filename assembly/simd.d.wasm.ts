/** index.ts compiled with 128-bit SIMD, in base64. Made by build/plugin.ts: there is no such file. */
declare const base64: string;
export default base64;

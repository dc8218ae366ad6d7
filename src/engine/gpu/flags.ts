/** Bit flags of the WebGPU specification (§ 5.1.2, 5.4, 8.1.1). Node has no such globals, and engines run there too. */
export const BUFFER_USAGE = {
  mapRead: 0x1,
  copySource: 0x4,
  copyTarget: 0x8,
  uniform: 0x40,
  storage: 0x80,
} as const;
export const MAP_READ = 0x1;
export const COMPUTE_STAGE = 0x4;

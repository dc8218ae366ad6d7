/** WebGPU in Node: Dawn on whatever Vulkan driver there is. */
import { create, globals } from 'webgpu';

/** Kept for as long as the tests run: devices do not keep the GPU object alive by themselves. */
let opened: GPU | null = null;

/** Throws when there is no adapter: these tests are never skipped. */
export async function openDawn(): Promise<GPU> {
  if (opened !== null) return opened;
  Object.assign(globalThis, globals);
  const gpu = create([]);
  const adapter = await gpu.requestAdapter();
  if (adapter === null) {
    throw new Error(
      'No WebGPU adapter in Node. Dawn needs a Vulkan driver and the Vulkan loader. Run `npm test`, which finds them, ' +
        'or set VK_ICD_FILENAMES to a driver manifest (Chromium ships vk_swiftshader_icd.json beside its binary) and, ' +
        'where libvulkan.so.1 is not installed, LD_LIBRARY_PATH to the folder that holds it (Chromium ships it too).',
    );
  }
  opened = gpu;
  return gpu;
}

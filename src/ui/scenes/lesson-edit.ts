/** What the live numbers of the lesson change. */
import {
  resizeImage,
  resizeKernel,
  setDilation,
  setPadding,
  setStride,
} from '../../state/actions/correlation.ts';
import { setEdgeKernelCell } from '../../state/actions/edges.ts';
import { setRate } from '../../state/actions/learning.ts';
import { setStackDepth } from '../../state/actions/stack-depth.ts';
import { uniformDepth } from '../../state/stack-depth.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { LiveName } from '../lesson/live-number.ts';

/** One undo step a drag. Throws InputError for a number that cannot be. */
export function editLiveNumber(store: Store, name: LiveName, value: number): ActionFailure | null {
  const { correlation, receptive } = store.$document.get();
  const depth = uniformDepth(receptive.layers) ?? receptive.depth;
  const step = { merge: `live:${name}` };
  switch (name) {
    case 'image-rows':
      return store.apply(resizeImage, { rows: value, columns: correlation.image.columns }, step);
    case 'kernel-rows':
      return store.apply(resizeKernel, { rows: value, columns: correlation.kernel.columns }, step);
    case 'stride':
      return store.apply(setStride, { axis: 'y', value }, step);
    case 'dilation':
      return store.apply(setDilation, { axis: 'y', value }, step);
    case 'padding':
      return (
        store.apply(setPadding, { side: 'top', value }, step) ??
        store.apply(setPadding, { side: 'bottom', value }, step)
      );
    case 'left-weight':
      return store.apply(setEdgeKernelCell, { row: 0, column: 0, value }, step);
    case 'right-weight':
      return store.apply(setEdgeKernelCell, { row: 0, column: 1, value }, step);
    case 'rate':
      return store.apply(setRate, value, step);
    case 'depth-layers':
      return store.apply(setStackDepth, { ...depth, layers: value }, step);
    case 'depth-kernel':
      return store.apply(setStackDepth, { ...depth, kernel: value }, step);
  }
}

/** Measures the multiply-add loop in a worker, for as long as the others do. */
import { measureMultiplyAdds, type Instruction } from './multiply-add-loop.ts';

/** Long tries, so that all workers compute at the same time for most of them. */
const TRY_TIME = 60;

addEventListener('message', ({ data }: MessageEvent<Instruction | 'ready'>) => {
  postMessage(data === 'ready' ? null : measureMultiplyAdds(data, TRY_TIME));
});

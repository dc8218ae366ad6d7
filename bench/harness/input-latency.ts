/** From the browser's own timeline: how long moves of a pressed mouse took from the input to the frame that showed them. */
import type { CDPSession } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  /** In microseconds. */
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

const CATEGORIES = ['cc', 'benchmark', 'input'];
const WHOLE = 'EventLatency';
/** The last stage of an input that a frame shows; one that changed nothing ends earlier. */
const SHOWN = 'SubmitCompositorFrameToPresentationCompositorFrame';

/** Runs the work and returns the times in milliseconds, for each move that a frame showed. */
export async function traceMoves(cdp: CDPSession, work: () => Promise<void>): Promise<readonly number[]> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await work();
  const complete = new Promise((resolve) => {
    cdp.once('Tracing.tracingComplete', resolve);
  });
  await cdp.send('Tracing.end');
  await complete;
  return movesOf(events);
}

/** Stages lie inside their input, under its id, of which another input may be the next owner. */
function movesOf(events: readonly TraceEvent[]): readonly number[] {
  const begun = new Map<string, { readonly at: number; readonly isMove: boolean; isShown: boolean }>();
  const times: number[] = [];
  for (const { name, ph, pid, ts, id2, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    const id = `${String(pid)}:${id2?.local ?? ''}`;
    const input = begun.get(id);
    if (name === WHOLE && ph === 'b') {
      const isMove = args?.event_latency?.event_type === 'MOUSE_DRAGGED';
      begun.set(id, { at: ts, isMove, isShown: false });
    } else if (name === SHOWN && input) input.isShown = true;
    else if (name === WHOLE && ph === 'e' && input) {
      if (input.isMove && input.isShown) times.push((ts - input.at) / 1000);
      begun.delete(id);
    }
  }
  return times;
}

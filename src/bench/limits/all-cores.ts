/** The arithmetic limit of all cores: the loop of one thread in as many workers as there are logical cores. */
import { INSTRUCTIONS, type Instruction } from './multiply-add-loop.ts';
import workerUrl from './worker.ts?worker&url';

export type Rates = Readonly<Record<Instruction, number | null>>;

/** Operations a second of `threads` workers together, measured at the same time; null where workers cannot start. */
export async function measureAllCores(threads: number): Promise<Rates | null> {
  const workers = Array.from({ length: threads }, createWorker);
  try {
    await Promise.all(workers.map((worker) => ask(worker, 'ready')));
    const rates: Partial<Record<Instruction, number | null>> = {};
    for (const instruction of INSTRUCTIONS) {
      const each = await Promise.all(workers.map((worker) => ask(worker, instruction)));
      rates[instruction] = each.includes(null)
        ? null
        : each.reduce<number>((sum, rate) => sum + (rate ?? 0), 0);
    }
    return rates as Rates;
  } catch {
    return null;
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

interface Policy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

let policy: Policy | undefined;

/** The page's policy wants a trusted address; a browser without Trusted Types takes any. */
function createWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('corr2d-bench', { createScriptURL: (url) => url });
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}

function ask(worker: Worker, question: Instruction | 'ready'): Promise<number | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number | null>) => {
      resolve(data);
    };
    worker.onerror = () => {
      reject(new Error('the worker did not start'));
    };
    worker.postMessage(question);
  });
}

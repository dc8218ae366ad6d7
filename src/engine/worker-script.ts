/** The worker's script, under the page's content security policy. */
import workerUrl from './worker.ts?worker&url';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface ScriptPolicies {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** Named in the page's policy (vite.config.ts); it lets through one address, which the build wrote. */
const POLICY_NAME = 'corr2d-worker';
let policy: ScriptPolicy | undefined;

/** Throws where workers cannot be made. */
export function createEngineWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  policy ??= trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL: (url) => url });
  return new Worker(policy ? policy.createScriptURL(workerUrl) : workerUrl, {
    type: 'module',
    name: 'engine',
  });
}

/** Starts the build's own scripts as workers, under the page's content security policy. */

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface ScriptPolicies {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** Named in the page's policy (vite.config.ts); it lets through the addresses that the build wrote. */
const POLICY_NAME = 'corr2d-worker';
let policy: ScriptPolicy | undefined;

/** A worker of the script that `?worker&url` named; throws where workers cannot be made. */
export function createScriptWorker(url: string, name: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  policy ??= trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL: (address) => address });
  const address = startable(url);
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name });
}

/** A worker's script must be of the page's origin; one of another, as in somebody's page, is imported by one that is. */
function startable(url: string): string {
  const script = new URL(url, location.href);
  if (script.protocol === 'blob:' || script.origin === globalThis.origin) return url;
  const text = `import ${JSON.stringify(script.href)};`;
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** The readable flags of the page's hash, beside the link: `#scene=edges&lang=zh-CN&s=1.…`. */

export const SCENES = ['correlation', 'edges', 'learning', 'receptive'] as const;
export type SceneName = (typeof SCENES)[number];

/** The flags in the order in which they stood; flags of other versions are kept as they are. */
export type Address = ReadonlyMap<string, string>;

/** A flag without `=` has an empty value. The length of a value is not looked at: a link's is bounded by `decodeLink`. */
export function parseAddress(hash: string): Address {
  const flags = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [, name, value = ''] = /^([\w-]+)(?:=(.*))?$/s.exec(part) ?? [];
    if (name !== undefined) flags.set(name, decoded(value));
  }
  return flags;
}

/** The hash with its `#`, or an empty text for no flags. */
export function formatAddress(address: Address): string {
  const parts = [...address].map(([name, value]) => (value ? `${name}=${encoded(value)}` : name));
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** The address with some flags changed; a flag set to null goes away. */
export function withFlags(address: Address, changes: Readonly<Record<string, string | null>>): Address {
  const flags = new Map(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) flags.delete(name);
    else flags.set(name, value);
  }
  return flags;
}

export function asScene(text: string | undefined): SceneName | null {
  return SCENES.find((scene) => scene === text) ?? null;
}

/** A comma may stand in a fragment as it is; lists read better with it. */
function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

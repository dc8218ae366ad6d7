import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import type { ShownDocument } from '../../src/state/document-file.ts';
import { Gallery, LONGEST_NAME, type KeptText, type Shelf } from '../../src/state/gallery.ts';

/** A shelf in memory that can be full or blocked, and that outlives a visit. */
class MemoryShelf implements Shelf {
  readonly texts = new Map<string, KeptText>();
  fault: 'none' | 'full' | 'blocked' = 'none';

  /** What was there when it was asked for. */
  all = async (): Promise<readonly KeptText[]> => {
    const texts = [...this.texts.values()];
    await this.pass('blocked');
    return texts;
  };

  put = async (kept: KeptText): Promise<void> => {
    await this.pass('blocked', 'full');
    this.texts.set(kept.id, kept);
  };

  remove = async (id: string): Promise<void> => {
    await this.pass('blocked');
    this.texts.delete(id);
  };

  private pass(...faults: string[]): Promise<void> {
    return faults.includes(this.fault)
      ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
      : Promise.resolve();
  }
}

let shelf = new MemoryShelf();
let failures = 0;
const visit = async (): Promise<Gallery> => {
  const gallery = new Gallery(
    shelf,
    () => failures++,
    () => 1000,
  );
  await gallery.load();
  return gallery;
};
const withRate = (rate: number): ShownDocument => ({
  scene: 'learning',
  document: { ...DEFAULT_DOCUMENT, learning: { ...DEFAULT_DOCUMENT.learning, rate } },
});
const names = (gallery: Gallery): string[] => gallery.documents.map(({ name }) => name);
const idOf = (gallery: Gallery, name: string): string =>
  gallery.documents.find((kept) => kept.name === name)?.id ?? 'none of this name';

beforeEach(() => {
  shelf = new MemoryShelf();
  failures = 0;
});

describe('the gallery', () => {
  it('keeps documents for later visits, the newest first, each under a name of its own', async () => {
    const gallery = await visit();
    await gallery.keep(withRate(0.01), 'Learning');
    await gallery.keep(withRate(0.02), 'Learning');
    await gallery.keep(withRate(0.03), ' Learning ');
    expect(names(await visit())).toEqual(['Learning 3', 'Learning 2', 'Learning']);
    expect((await visit()).documents.map(({ shown }) => shown)).toEqual([0.03, 0.02, 0.01].map(withRate));
  });

  it('loses nothing of what is done while it still reads', async () => {
    await (await visit()).keep(withRate(0.01), 'old');
    const gallery = new Gallery(
      shelf,
      () => failures++,
      () => 2000,
    );
    const reads = gallery.load();
    const writes = gallery.keep(withRate(0.02), 'new');
    await reads;
    expect(names(gallery)).toEqual(['new', 'old']);
    await writes;
    const again = gallery.load();
    const deletes = gallery.delete(idOf(gallery, 'old'));
    await again;
    expect(names(gallery)).toEqual(['new']);
    await deletes;
    expect(names(await visit())).toEqual(['new']);
  });

  it('renames, but not to nothing', async () => {
    const gallery = await visit();
    await gallery.keep(withRate(0.01), 'Learning');
    const id = idOf(gallery, 'Learning');
    await gallery.rename(id, '  ');
    expect(names(gallery)).toEqual(['Learning']);
    await gallery.rename(id, ` slow ${'w'.repeat(LONGEST_NAME)}`);
    expect(names(await visit())).toEqual([`slow ${'w'.repeat(LONGEST_NAME - 5)}`]);
  });

  it('duplicates: the copy is a document of its own', async () => {
    const gallery = await visit();
    await gallery.keep(withRate(0.01), 'Learning');
    const copyName = (name: string): string => `Copy of ${name}`;
    await gallery.duplicate(idOf(gallery, 'Learning'), copyName);
    await gallery.duplicate(idOf(gallery, 'Learning'), copyName);
    await gallery.delete(idOf(gallery, 'Learning'));
    const later = await visit();
    expect(names(later)).toEqual(['Copy of Learning 2', 'Copy of Learning']);
    expect(later.documents.map(({ shown }) => shown)).toEqual([withRate(0.01), withRate(0.01)]);
  });

  it('takes back deletions, the last first, to the same places', async () => {
    const gallery = await visit();
    for (const name of ['a', 'b', 'c']) await gallery.keep(withRate(0.01), name);
    const before = shelf.texts.get(idOf(gallery, 'b'));
    await gallery.delete(idOf(gallery, 'b'));
    await gallery.delete(idOf(gallery, 'c'));
    expect(names(await visit())).toEqual(['a']);
    expect(gallery.lastDeleted?.name).toBe('c');
    await gallery.restore();
    expect(gallery.lastDeleted?.name).toBe('b');
    await gallery.restore();
    expect(gallery.lastDeleted).toBeNull();
    expect(names(gallery)).toEqual(['c', 'b', 'a']);
    expect(names(await visit())).toEqual(['c', 'b', 'a']);
    expect(shelf.texts.get(before?.id ?? '')).toEqual(before);
  });

  it('lists what it cannot read, and leaves it as it is', async () => {
    shelf.texts.set('x', {
      id: 'x',
      name: 'of next year',
      keptMs: 5,
      file: '{"format":"corr2d","version":9}',
    });
    const gallery = await visit();
    expect(gallery.documents).toEqual([{ id: 'x', name: 'of next year', keptMs: 5, shown: null }]);
    await gallery.rename('x', 'later');
    expect(shelf.texts.get('x')?.file).toBe('{"format":"corr2d","version":9}');
  });
});

describe.each(['full', 'blocked'] as const)('storage that is %s', (fault) => {
  it('is told of once, and documents stay for the visit', async () => {
    const gallery = await visit();
    await gallery.keep(withRate(0.01), 'written');
    shelf.fault = fault;
    await gallery.keep(withRate(0.02), 'unwritten');
    await gallery.keep(withRate(0.03), 'unwritten');
    await gallery.load();
    expect(failures).toBe(1);
    expect(names(gallery)).toEqual(['unwritten 2', 'unwritten', 'written']);
    expect(gallery.documents[0]?.shown).toEqual(withRate(0.03));
    expect(gallery.isKept).toBe(false);
    shelf.fault = 'none';
    expect(names(await visit())).toEqual(['written']);
    // There is room again: what waited is written when the gallery is looked at once more.
    await gallery.load();
    expect(gallery.isKept).toBe(true);
    expect(failures).toBe(1);
    expect(names(await visit())).toEqual(['unwritten 2', 'unwritten', 'written']);
  });
});

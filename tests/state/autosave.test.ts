import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as codec from '../../src/state/document-json.ts';
import { Autosave, type TextStorage } from '../../src/state/autosave.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../src/state/document.ts';
import fixture from '../fixtures/links.json';
import { jsonOf } from './link-text.ts';
import { MemoryStorage } from './memory-storage.ts';

let storage = new MemoryStorage();
let failures = 0;
const open = (get: () => TextStorage = () => storage) => new Autosave(get, () => failures++, '', codec);
const withRate = (rate: number): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  learning: { ...DEFAULT_DOCUMENT.learning, rate },
});

beforeEach(() => {
  vi.useFakeTimers();
  storage = new MemoryStorage();
  failures = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

describe('saving', () => {
  it('waits until 300 ms are quiet, and keeps the newest', () => {
    const autosave = open();
    autosave.save(withRate(0.01));
    vi.advanceTimersByTime(299);
    autosave.save(withRate(0.02));
    vi.advanceTimersByTime(299);
    expect(storage.writes).toBe(0);
    vi.advanceTimersByTime(1);
    expect(storage.writes).toBe(1);
    expect(open().load()).toEqual(withRate(0.02));
  });

  it('saves before flush returns, once', () => {
    const autosave = open();
    autosave.save(withRate(0.01));
    autosave.flush();
    expect(open().load()).toEqual(withRate(0.01));
    vi.advanceTimersByTime(1000);
    autosave.flush();
    expect(storage.writes).toBe(1);
  });

  it('finds nothing on a first visit', () => {
    expect(open().load()).toBeNull();
    expect(failures).toBe(0);
  });
});

describe('before it is prepared', () => {
  const unprepared = () =>
    new Autosave(
      () => storage,
      () => failures++,
    );

  it('reads nothing, and harms nothing', () => {
    storage.setItem('corr2d:work:1', codec.documentToJson(withRate(0.02)));
    const autosave = unprepared();
    expect(autosave.hasWork).toBe(true);
    expect(autosave.load()).toBeNull();
    expect(autosave.aside(DEFAULT_DOCUMENT)).toBeNull();
    expect(open().load()).toEqual(withRate(0.02));
  });

  it('saves once it is', async () => {
    vi.useRealTimers();
    const autosave = unprepared();
    expect(autosave.hasWork).toBe(false);
    autosave.save(withRate(0.02));
    autosave.flush();
    await vi.waitFor(() => {
      expect(open().load()).toEqual(withRate(0.02));
    });
    expect(failures).toBe(0);
  });
});

describe('a page that goes away before it is prepared', () => {
  /** A script that never comes, as its page is gone before. */
  const leaveAfter = (rate: number): void => {
    const autosave = new Autosave(
      () => storage,
      () => failures++,
      'visit 7',
    );
    vi.spyOn(autosave, 'prepare').mockResolvedValue();
    autosave.save(withRate(rate));
    autosave.flush();
  };

  it('leaves its work to the next visit', () => {
    open().save(withRate(0.01));
    vi.advanceTimersByTime(300);
    leaveAfter(0.02);
    expect(open().hasWork).toBe(true);
    expect(open().savedBy()).toBe('visit 7');
    expect(open().load()).toEqual(withRate(0.02));
    expect(open().load()).toEqual(withRate(0.02));
    expect(storage.texts.get('corr2d:work:1')).toBe(codec.documentToJson(withRate(0.02)));
  });

  it('does not come back over later work', () => {
    leaveAfter(0.02);
    open().save(withRate(0.03125));
    vi.advanceTimersByTime(300);
    expect(open().load()).toEqual(withRate(0.03125));
  });

  it.each(['', '{', 'null', '[]', '{"learning":1}'])('leaves the work before it where it left %j', (text) => {
    open().save(withRate(0.01));
    vi.advanceTimersByTime(300);
    storage.setItem('corr2d:hasty:1', text);
    expect(open().load()).toEqual(withRate(0.01));
    expect(storage.texts.has('corr2d:hasty:1')).toBe(false);
  });
});

describe('storage that cannot be used', () => {
  const blocked = (): never => {
    throw new DOMException('the storage is blocked', 'SecurityError');
  };

  it('knows which visit saved it', () => {
    const autosave = new Autosave(
      () => storage,
      () => failures++,
      'visit 7',
      codec,
    );
    expect(autosave.savedBy()).toBeNull();
    autosave.save(withRate(0.25));
    autosave.flush();
    expect(open().savedBy()).toBe('visit 7');
  });

  it('is no matter to who only looks at a link', () => {
    open(blocked).noteLinked(withRate(0.01));
    expect(failures).toBe(0);
  });

  it.each([
    ['blocked', () => blocked()],
    ['full', () => Object.assign(new MemoryStorage(), { full: true })],
  ])('%s: said once, and the page runs on', (_, get) => {
    const autosave = open(get);
    expect(autosave.load()).toBeNull();
    for (const rate of [0.01, 0.02]) {
      autosave.save(withRate(rate));
      autosave.flush();
    }
    autosave.keepAside(withRate(0.03));
    autosave.noteLinked(withRate(0.03));
    autosave.dropAside(withRate(0.03));
    expect(failures).toBe(1);
  });
});

describe('damaged text', () => {
  const seed = (text: string): void => {
    const autosave = open();
    autosave.save(DEFAULT_DOCUMENT);
    autosave.flush();
    for (const key of storage.texts.keys()) storage.texts.set(key, text);
  };

  it.each([
    '',
    'not json',
    '{}',
    '[[[[[[[[[[',
    jsonOf(fixture.version1[0]?.link ?? '').replace('0.03', '-1'),
  ])('is set aside, not lost: %j', (text) => {
    seed(text);
    const [workKey] = storage.texts.keys();
    expect(open().load()).toBeNull();
    expect(storage.texts.has(workKey ?? '')).toBe(false);
    expect([...storage.texts.values()]).toEqual([text]);
    expect(open().load()).toBeNull();
  });

  it('stays where it is when there is no room beside it', () => {
    seed('not json');
    storage.full = true;
    expect(open().load()).toBeNull();
    expect([...storage.texts.values()]).toEqual(['not json']);
  });
});

describe("one's own work beside an opened link", () => {
  it('is kept until it is dropped, apart from the work under way', () => {
    const autosave = open();
    autosave.keepAside(withRate(0.01));
    autosave.save(withRate(0.02));
    autosave.flush();
    expect(open().aside(withRate(0.02))).toEqual(withRate(0.01));
    expect(open().load()).toEqual(withRate(0.02));
    autosave.dropAside(withRate(0.01));
    expect(open().aside(withRate(0.02))).toBeNull();
  });

  it('outlives the next link, and the next', () => {
    for (const rate of [0.01, 0.02, 0.03, 0.02]) open().keepAside(withRate(rate));
    expect(open().aside(withRate(0.04))).toEqual(withRate(0.02));
    open().dropAside(withRate(0.02));
    expect(open().aside(withRate(0.04))).toEqual(withRate(0.03));
    expect(open().aside(withRate(0.03))).toEqual(withRate(0.01));
  });

  it('is not pushed out by links that were only looked at', () => {
    open().keepAside(withRate(5));
    for (let link = 1; link <= 20; link++) {
      open().noteLinked(withRate(link / 100));
      open().keepAside(withRate(link / 100));
    }
    expect(open().aside(DEFAULT_DOCUMENT)).toEqual(withRate(5));
  });

  it('is what became of a link by editing, too', () => {
    open().noteLinked(withRate(0.01));
    open().keepAside(withRate(0.02));
    expect(open().aside(DEFAULT_DOCUMENT)).toEqual(withRate(0.02));
  });

  it('is bounded: the ninth pushes the first out', () => {
    for (const rate of [1, 2, 3, 4, 5, 6, 7, 8, 9]) open().keepAside(withRate(rate));
    for (const rate of [9, 8, 7, 6, 5, 4, 3, 2]) {
      expect(open().aside(DEFAULT_DOCUMENT)).toEqual(withRate(rate));
      open().dropAside(withRate(rate));
    }
    expect(open().aside(DEFAULT_DOCUMENT)).toBeNull();
  });

  it('is not offered when it is what is shown, or damaged', () => {
    const autosave = open();
    autosave.keepAside(withRate(0.01));
    expect(autosave.aside(withRate(0.01))).toBeNull();
    for (const key of storage.texts.keys()) storage.texts.set(key, 'not json');
    expect(autosave.aside(withRate(0.02))).toBeNull();
  });
});

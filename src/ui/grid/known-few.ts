/** Results by key, of which there are few: all of them are forgotten when there are more, rather than held for ever. */
export class KnownFew<Key, Result> {
  private readonly known = new Map<Key, Result>();

  constructor(private readonly most: number) {}

  /** What is known by that key, or else made for it. */
  get(key: Key, make: (key: Key) => Result): Result {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(key, made);
    return made;
  }
}

/** What is shown of values that come faster than they can be drawn: one after the other while there is time, the newest of a few else. */
export class Paced<Value> {
  private shown: { readonly value: Value; readonly at: number } | null = null;

  /** `everyMs`: how soon after one value the next is shown, in milliseconds. */
  constructor(private readonly everyMs: number) {}

  /** The value to show: a new one of `make`, or that of before while `isHurried` and its time is not over. */
  follow(make: () => Value, isHurried: boolean, now = performance.now()): Value {
    if (this.shown && isHurried && now - this.shown.at < this.everyMs) return this.shown.value;
    const value = make();
    this.shown = { value, at: now };
    return value;
  }
}

/** What stands beside a figure follows a stroke when it rests: the figure has every frame of it. */
import type { ReactiveControllerHost } from 'lit';

/** Changes that follow one another within this time, in milliseconds, are of one stroke. */
const REST_MS = 150;

export class Resting<Value> {
  private newest: Value | null = null;
  private shown: Value | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  /** The value to show, given the present one: the first after a rest at once, those that follow when they rest. */
  of(value: Value): Value {
    if (value !== this.newest) this.follow(value);
    return this.shown ?? value;
  }

  private follow(value: Value): void {
    this.newest = value;
    if (this.timer === null) this.shown = value;
    else clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.shown === this.newest) return;
      this.shown = this.newest;
      this.host.requestUpdate();
    }, REST_MS);
  }
}

/** What an operation will take, judged by the same contender's smaller ones. */
import { multiplyAdds, type Workload } from './workload.ts';

interface Seen {
  readonly products: number;
  readonly time: number;
}

/** Below this many multiply-adds a time is mostly the cost of calling, which says nothing about larger work. */
const MOSTLY_CALL = 1e6;

/** Remembers one contender's times; layers of many channels are a family of their own, as libraries see them. */
export class Prediction {
  private readonly seen = new Map<string, Seen[]>();

  note(workload: Workload, time: number): void {
    const family = familyOf(workload);
    const times = [...(this.seen.get(family) ?? []), { products: multiplyAdds(workload), time }];
    this.seen.set(
      family,
      times.sort((a, b) => a.products - b.products),
    );
  }

  /** Milliseconds, along the line through the two largest; null while only small work was seen. */
  of(workload: Workload): number | null {
    const [last, before] = [...(this.seen.get(familyOf(workload)) ?? [])].reverse();
    const products = multiplyAdds(workload);
    if (last === undefined || last.products < MOSTLY_CALL) {
      // A call that takes a second for nearly nothing will not take less for more.
      return last !== undefined && last.time > 1000 ? last.time : null;
    }
    if (before === undefined) return (last.time * products) / last.products;
    const slope = Math.max(0, (last.time - before.time) / (last.products - before.products));
    return last.time + slope * (products - last.products);
  }
}

function familyOf({ operation, size }: Workload): string {
  return size === 'layer' ? `${operation} layer` : operation;
}

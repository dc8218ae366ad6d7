/** MT19937, the 32-bit Mersenne Twister of Matsumoto & Nishimura (1998), which PyTorch's CPU generator is. */

const SIZE = 624;
const SHIFT = 397;

/** Draws unsigned 32-bit integers; seeded by the low 32 bits of `seed`. */
export type DrawUint32 = () => number;

/** A generator seeded as `init_genrand` does; creates 2.5 KB of state. */
export function createMersenneTwister(seed: number): DrawUint32 {
  const state = new Uint32Array(SIZE);
  state[0] = lowWord(seed);
  for (let i = 1; i < SIZE; i++) {
    const previous = word(state, i - 1);
    state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
  }
  let next = SIZE;
  return () => {
    if (next === SIZE) {
      twist(state);
      next = 0;
    }
    return temper(word(state, next++));
  };
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < SIZE; i++) {
    const mixed = (word(state, i) & 0x80000000) | (word(state, (i + 1) % SIZE) & 0x7fffffff);
    const odd = mixed & 1 ? 0x9908b0df : 0;
    state[i] = word(state, (i + SHIFT) % SIZE) ^ (mixed >>> 1) ^ odd;
  }
}

function temper(y: number): number {
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}

// Two's complement as in C, so that −1 seeds like 4294967295; exact for every safe integer.
function lowWord(seed: number): number {
  return Number(BigInt.asUintN(32, BigInt(seed)));
}

function word(state: Uint32Array, index: number): number {
  return state[index] ?? 0;
}

/** How every scene of a page or figure is looked at, and who hears of it. */
import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { SCENES, type SceneName } from './address.ts';
import { FIRST_LOOK, type Look } from './look.ts';

export class Looks {
  private readonly atoms: ReadonlyMap<SceneName, WritableAtom<Look>>;

  constructor() {
    this.atoms = new Map(SCENES.map((scene) => [scene, atom(FIRST_LOOK)]));
  }

  of(scene: SceneName): ReadableAtom<Look> {
    return this.atomOf(scene);
  }

  change(scene: SceneName, change: Partial<Look>): void {
    const look = this.atomOf(scene);
    look.set({ ...look.get(), ...change });
  }

  /** Hears of every change. */
  listen(listener: (scene: SceneName) => void): void {
    for (const [scene, look] of this.atoms) {
      look.listen(() => {
        listener(scene);
      });
    }
  }

  private atomOf(scene: SceneName): WritableAtom<Look> {
    const look = this.atoms.get(scene);
    if (!look) throw new RangeError(`there is no scene ${scene}`);
    return look;
  }
}

/** How many training steps one submit may hold. */
import type { Plan } from '../../math/geometry.ts';
import type { DeviceClass } from './device-class.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import type { Path } from './path.ts';

/** Recording costs host time too: more steps in one submit would gain nothing. */
const MOST_STEPS = 128;

/** At least one, and so few that the browser does not take the device for one that hangs. */
export function stepsPerSubmit(plan: Plan, { multiplyAddsPerSubmit }: DeviceClass, path: Path): number {
  const steps = Math.floor(multiplyAddsPerSubmit[path] / countMultiplyAdds(plan));
  return Math.min(MOST_STEPS, Math.max(1, steps));
}

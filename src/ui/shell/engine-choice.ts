/** The engine that the reader asked for: by the address's `engine` flag, or at the badge. */
import { openEngineForPage, type Engine } from '../../engine/index.ts';
import type { EngineChoice } from '../../state/engine-host.ts';

export function asEngineChoice(text: string | undefined): EngineChoice {
  return text === 'webgpu' || text === 'cpu' ? text : 'auto';
}

export function openChosenEngine(choice: EngineChoice): Promise<Engine> {
  if (choice === 'auto') return openEngineForPage();
  return openEngineForPage({ prefer: choice, insist: choice === 'webgpu' });
}

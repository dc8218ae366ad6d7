/** The element of each scene, once its script has run. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Theme } from '../../math/ramp.ts';
import type { SceneName } from '../../state/address.ts';
import type { Session } from '../shell/session.ts';
import './load-scene.ts';

/** `without` names groups of controls that are left out, with spaces between them; `lesson` is what stands beside the figure. */
export function renderScene(
  scene: SceneName,
  session: Session,
  theme: Theme,
  without = '',
  lesson: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  switch (scene) {
    case 'correlation':
      return html`<corr2d-correlation-scene .session=${session} .without=${without}
        >${lesson}</corr2d-correlation-scene
      >`;
    case 'edges':
      return html`<corr2d-edges-scene .session=${session} .without=${without}>${lesson}</corr2d-edges-scene>`;
    case 'learning':
      return html`<corr2d-learning-scene .session=${session} .theme=${theme} .without=${without}
        >${lesson}</corr2d-learning-scene
      >`;
    case 'receptive':
      return html`<corr2d-receptive-scene .session=${session} .without=${without}
        >${lesson}</corr2d-receptive-scene
      >`;
  }
}

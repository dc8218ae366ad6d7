/** The element of each scene, once its script has run. */
import { html, type TemplateResult } from 'lit';
import type { SceneName } from '../../state/address.ts';
import type { Session } from '../shell/session.ts';
import './load-scene.ts';

/** `without` names groups of controls that are left out, with spaces between them. */
export function renderScene(
  scene: SceneName,
  session: Session,
  theme: 'light' | 'dark',
  without = '',
): TemplateResult {
  switch (scene) {
    case 'correlation':
      return html`<corr2d-correlation-scene
        .session=${session}
        .without=${without}
      ></corr2d-correlation-scene>`;
    case 'edges':
      return html`<corr2d-edges-scene .session=${session} .without=${without}></corr2d-edges-scene>`;
    case 'learning':
      return html`<corr2d-learning-scene
        .session=${session}
        .theme=${theme}
        .without=${without}
      ></corr2d-learning-scene>`;
    case 'receptive':
      return html`<corr2d-receptive-scene .session=${session} .without=${without}></corr2d-receptive-scene>`;
  }
}

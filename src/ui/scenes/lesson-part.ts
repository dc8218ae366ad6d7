/** The lesson of a scene, which the scene puts beside its figure. */
import { html, type TemplateResult } from 'lit';
import type { SceneName } from '../../state/address.ts';
import type { OnDemand } from '../loading/on-demand.ts';
import { storedFold } from '../shell/preferences.ts';
import type { Session } from '../shell/session.ts';
import './load-scene.ts';

/** Until the script has run, its place is kept free. */
export function lessonPart(scene: SceneName, session: Session, script: OnDemand): TemplateResult {
  return script.isReady
    ? html`<corr2d-scene-lesson slot="lesson" .scene=${scene} .session=${session}></corr2d-scene-lesson>`
    : html`<div slot="lesson" ?data-folded=${storedFold()}>${script.show(() => html``)}</div>`;
}

/** What comes after a scene's figure, and is loaded after it: the lesson beside it, the program and the examples below. */
import { html, type TemplateResult } from 'lit';
import type { SceneName } from '../../state/address.ts';
import type { OnDemand } from '../loading/on-demand.ts';
import { storedFold } from '../shell/preferences.ts';
import type { Session } from '../shell/session.ts';
import './load-scene.ts';

/** Until the script has run, its place is kept free. */
export function lessonPart(scene: SceneName, session: Session, script: OnDemand): TemplateResult {
  return script.isReady
    ? html`<corr2d-scene-lesson slot="lesson" .scene=${scene} .session=${session}></corr2d-scene-lesson>
        <corr2d-scene-code slot="code" .scene=${scene} .session=${session}></corr2d-scene-code>
        <corr2d-example-menu slot="code"></corr2d-example-menu>`
    : html`<div slot="lesson" ?data-folded=${storedFold()}>${script.show(() => html``)}</div>`;
}

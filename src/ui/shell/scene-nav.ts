/** Tabs that lead from scene to scene; links, so that one can be opened beside the others. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SCENES, type SceneName } from '../../state/address.ts';
import { sceneTitle } from '../wording/scene-text.ts';

declare global {
  interface HTMLElementEventMap {
    'scene-chosen': CustomEvent<SceneName>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-scene-nav': SceneNavElement;
  }
}

@customElement('corr2d-scene-nav')
export class SceneNavElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    nav {
      display: flex;
      overflow-x: auto;
      scrollbar-width: none;
    }

    a {
      display: flex;
      align-items: center;
      min-height: 2.75rem;
      padding: 0 var(--space-3);
      border-bottom: 3px solid transparent;
      color: var(--ink-soft);
      text-decoration: none;
      white-space: nowrap;
    }

    a:hover {
      color: var(--ink);
    }

    a:focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: -2px;
    }

    a[aria-current='page'] {
      border-bottom-color: var(--kernel);
      color: var(--ink);
      font-weight: 600;
    }

    @media (forced-colors: active) {
      a:not([aria-current='page']) {
        border-bottom-color: Canvas;
      }
    }

    @media (max-width: 30rem) {
      a {
        flex: 1 0 auto;
        justify-content: center;
        padding: 0 var(--space-2);
      }
    }

    @media (max-width: 24rem) {
      a {
        padding: 0 0.1875rem;
        font-size: var(--text-s);
      }
    }
  `;

  @property() scene: SceneName = 'correlation';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<nav aria-label=${msg('Scenes')}>${SCENES.map((scene) => this.renderScene(scene))}</nav>`;
  }

  /** On a narrow screen not all tabs fit. */
  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('scene')) return;
    this.renderRoot
      .querySelector('a[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private renderScene(scene: SceneName): TemplateResult {
    return html`<a
      href="#scene=${scene}"
      aria-current=${scene === this.scene ? 'page' : 'false'}
      @click=${(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        this.dispatchEvent(new CustomEvent('scene-chosen', { detail: scene, bubbles: true, composed: true }));
      }}
      >${sceneTitle(scene)}</a
    >`;
  }
}

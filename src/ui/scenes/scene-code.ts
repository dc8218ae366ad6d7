/** The operation of a scene as a program to take away; it is written when it is first opened. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import type { PlaygroundDocument } from '../../state/document.ts';
import type { ProgramSubject } from '../../state/program/program.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';
import { SceneElement } from './scene-element.ts';

@customElement('corr2d-scene-code')
export class SceneCodeElement extends SceneElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      summary {
        min-height: 1.75rem;
        cursor: pointer;
        font-weight: 600;
      }

      details[open] > summary {
        margin-bottom: var(--space-3);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property() scene: SceneName = 'correlation';
  @state() private isOpen = false;
  private readonly panel = new OnDemand(this, () => import('../code/code-panel.ts'));

  protected override open(): void {
    // It computes nothing.
  }

  override render(): TemplateResult {
    return html`<details @toggle=${this.onToggle}>
      <summary>${msg('The same as a program')}</summary>
      ${this.isOpen ? this.panel.show(() => this.renderPanel()) : nothing}
    </details>`;
  }

  private renderPanel(): TemplateResult {
    const subject = subjectOf(this.scene, this.document.value);
    return html`<corr2d-code-panel .subject=${subject}></corr2d-code-panel>`;
  }

  private onToggle({ target }: Event): void {
    this.isOpen = target instanceof HTMLDetailsElement && target.open;
    if (this.isOpen) this.panel.want();
  }
}

function subjectOf(scene: SceneName, document: PlaygroundDocument): ProgramSubject {
  const { correlation, edges, learning, receptive } = document;
  switch (scene) {
    case 'correlation':
      return { kind: 'correlation', part: correlation };
    case 'edges':
      return { kind: 'correlation', part: { ...PLAIN, ...edges } };
    case 'learning':
      return { kind: 'learning', setup: { ...learning, image: edges.image } };
    case 'receptive':
      return { kind: 'stack', part: receptive };
  }
}

/** Scene 2 knows one geometry. */
const PLAIN = { stride: [1, 1], padding: [0, 0, 0, 0], dilation: [1, 1], flip: false } as const;

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-scene-code': SceneCodeElement;
  }
}

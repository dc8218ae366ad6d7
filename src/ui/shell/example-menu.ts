/** The examples, by scene; links, so that one can be opened beside the page or sent to somebody. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatAddress, parseAddress, SCENES, withFlags, type SceneName } from '../../state/address.ts';
import { EXAMPLE_NAMES, type ExampleName } from '../../state/example-name.ts';
import { exampleText } from '../wording/example-text.ts';
import { sceneTitle } from '../wording/scene-text.ts';

@customElement('corr2d-example-menu')
export class ExampleMenuElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    summary {
      min-height: 1.75rem;
      cursor: pointer;
      font-weight: 600;
    }

    .scenes {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      gap: var(--space-4);
      margin-top: var(--space-3);
    }

    h2 {
      margin: 0 0 var(--space-1);
      color: var(--ink-soft);
      font: 600 var(--text-s) / 1.4 var(--sans);
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
      color: inherit;
      text-underline-offset: 0.2em;
      text-decoration-color: var(--rule);
    }

    a:hover {
      text-decoration-color: currentcolor;
    }

    :is(a, summary):focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: 2px;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<details>
      <summary>${msg('Examples')}</summary>
      <div class="scenes">${SCENES.map(renderScene)}</div>
    </details>`;
  }
}

function renderScene(scene: SceneName): TemplateResult {
  return html`<section>
    <h2>${sceneTitle(scene)}</h2>
    <ul>
      ${EXAMPLE_NAMES[scene].map((name) => html`<li>${renderLink(name)}</li>`)}
    </ul>
  </section>`;
}

function renderLink(name: ExampleName): TemplateResult {
  return html`<a
    href="#ex=${name}"
    @click=${(event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(name);
    }}
    >${exampleText(name)}</a
  >`;
}

/** The language, the theme and the engine of the address stay. */
function go(name: ExampleName): void {
  const flags = withFlags(parseAddress(location.hash), { s: null, scene: null, ex: name });
  location.hash = formatAddress(flags);
  scrollTo(0, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-example-menu': ExampleMenuElement;
  }
}

/** One scene in somebody's page, with a document and an engine of its own; it leaves nothing in the visitor's browser. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { asScene, formatAddress, parseAddress, type Address, type SceneName } from '../state/address.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../state/document.ts';
import { documentAddress, lookOf } from '../state/document-address.ts';
import type { EngineChoice } from '../state/engine-host.ts';
import { controlsWithout, parseControls } from '../state/figure-controls.ts';
import { memoryStorage } from '../state/memory-storage.ts';
import './embed/figure-bar.ts';
import { figureHostStyle } from './embed/figure-host-style.ts';
import { Nearness } from './embed/nearness.ts';
import { usualHeight } from './embed/usual-height.ts';
import { openScene } from './scenes/open-scene.ts';
import { renderScene } from './scenes/render-scene.ts';
import { asEngineChoice } from './shell/engine-choice.ts';
import { HistoryVoice } from './shell/history-voice.ts';
import { currentLocale, preferredLocale, restOfTexts, speakLocale } from './shell/locale.ts';
import { Notices } from './shell/notices.ts';
import { exampleScene } from '../state/example-name.ts';
import { readSource, type OpenedLink } from './shell/opening.ts';
import type { Theme } from './shell/preferences.ts';
import { closeSession, openSession, shownEngine, type Session } from './shell/session.ts';
import { ThemeWatch } from './style/theme-watch.ts';
import { sceneTitle } from './wording/scene-text.ts';

declare global {
  interface HTMLElementEventMap {
    /** A figure shows its scene, for the first time or another one. */
    'figure-shown': CustomEvent<SceneName>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-figure': FigureElement;
  }
}

const QUIET_MS = 300;
/** Kept free at most, in CSS pixels, for a figure that is not there yet. */
const MOST_WAITING = 480;
const storage = memoryStorage();

@customElement('corr2d-figure')
export class FigureElement extends LitElement {
  static override styles = figureHostStyle;
  /** Where the playground is, for figures that do not say it. */
  static playground = '';

  /** Without it, the scene that `src` names, or the first. */
  @property() scene: SceneName | '' = '';
  /** A link of the playground, or its end from `#` on; without it, the scene's example. */
  @property() src = '';
  /** `en` or `zh-CN`; without it, the language of the text around. All figures of a page speak as the first of them. */
  @property({ reflect: true, converter: { toAttribute: (lang: string) => lang || null } })
  override lang = '';
  @property({ reflect: true }) theme: Theme = 'auto';
  /** Names of state/figure-controls.ts with spaces or commas between them, `all`, or `none`. */
  @property() controls = '';
  @property() engine: EngineChoice = 'auto';
  /** `eager` starts a figure that is still far from the window. */
  @property() loading: 'lazy' | 'eager' = 'lazy';
  /** The address of the playground that the link under the figure leads to. */
  @property() playground = '';

  @state() private session: Session | null = null;
  @state() private shown: SceneName | null = null;
  @state() private href = '';

  private readonly notices = new Notices(this);
  private readonly history = new HistoryVoice(this, () => this.session?.store);
  private readonly themes = new ThemeWatch(this);
  /** What `src` held. */
  private opened: PlaygroundDocument | null = null;
  /** The document of a figure that was taken out of its page. */
  private kept: PlaygroundDocument | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new Nearness(this, () => {
      if (!this.session) void this.start();
    });
    this.addEventListener('keydown', this.history.onKeyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A figure that is moved inside the page is back in it before this runs.
    setTimeout(() => {
      if (!this.isConnected) this.close();
    });
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const { session, shown } = this;
    if (!session) return;
    if (shown && (changed.has('session') || changed.has('shown'))) void this.tellShown(shown);
    if (changed.has('session')) return; // It began with every property as it is.
    if (changed.has('lang')) void this.speak();
    if (changed.has('engine')) session.host.choose(asEngineChoice(this.engine));
    if (changed.has('src')) void this.openSource(session);
    if (changed.has('scene') || changed.has('src')) void this.showScene();
    if (changed.has('playground')) void this.updateHref();
  }

  override render(): TemplateResult {
    const { session, shown } = this;
    return html`<div class="frame">
      ${session && shown ? this.renderScene(session, shown) : this.renderWaiting()}
    </div>`;
  }

  private renderScene(session: Session, shown: SceneName): TemplateResult {
    const controls = parseControls(this.controls);
    return html`<section lang=${currentLocale()} aria-label=${sceneTitle(shown)}>
      ${this.renderNotices()}
      ${renderScene(shown, session, this.themes.theme, controlsWithout(controls).join(' '))}
      <corr2d-figure-bar
        .controls=${controls}
        .undoName=${this.history.name('undo')}
        .redoName=${this.history.name('redo')}
        .href=${this.href}
        .engine=${shownEngine(session, shown)}
        .locale=${currentLocale()}
        @undo-asked=${this.history.undo}
        @redo-asked=${this.history.redo}
        @restart-asked=${this.onRestart}
        @engine-chosen=${({ detail }: CustomEvent<EngineChoice>) => {
          session.host.choose(detail);
        }}
      ></corr2d-figure-bar>
      ${this.history.render()}
    </section>`;
  }

  private renderWaiting(): TemplateResult {
    // Its author may have chosen fewer controls than a high figure has.
    const height = `${String(Math.min(MOST_WAITING, usualHeight(this.wantedScene)))}px`;
    return html`<div style=${styleMap({ minHeight: height })}>${this.renderNotices()}</div>`;
  }

  private renderNotices(): TemplateResult | typeof nothing {
    if (this.notices.list.length === 0) return nothing;
    return html`<corr2d-notice-list
      .notices=${this.notices.list}
      @notice-dismissed=${({ detail }: CustomEvent<string>) => {
        this.notices.dismiss(detail);
      }}
    ></corr2d-notice-list>`;
  }

  /** The flags of `src`, whatever stands before its `#`. */
  private get flags(): Address {
    return parseAddress(this.src.replace(/^[^#]*/, ''));
  }

  private get wantedScene(): SceneName {
    return (
      asScene(this.scene) ??
      asScene(this.flags.get('scene')) ??
      exampleScene(this.flags.get('ex')) ??
      'correlation'
    );
  }

  private async tellShown(scene: SceneName): Promise<void> {
    const element = this.renderRoot.querySelector<LitElement>('section > :not(corr2d-notice-list)');
    await element?.updateComplete;
    this.dispatchEvent(new CustomEvent('figure-shown', { detail: scene, bubbles: true, composed: true }));
  }

  private async start(): Promise<void> {
    const [opening] = await Promise.all([this.readSource(), this.speak(), this.showScene()]);
    if (!this.isConnected || this.session) return;
    this.opened = opening.document;
    const session = openSession(this.kept ?? opening.document, asEngineChoice(this.engine), () => storage);
    await this.lookAsSaid(session);
    this.session = session;
    if (this.wantedScene !== 'correlation') session.first.hurry();
    this.follow(session);
    this.tellProblem(opening, false);
    void this.updateHref();
  }

  private close(): void {
    if (!this.session) return;
    this.kept = this.session.store.$document.get();
    closeSession(this.session);
    this.session = null;
  }

  private follow({ store, looks, host, costs }: Session): void {
    const update = (): void => {
      this.requestUpdate();
    };
    store.$history.listen(update);
    host.$engine.listen(update);
    host.$choice.listen(update);
    costs.$cost.listen(update);
    const updateHref = (): void => {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.updateHref(), QUIET_MS);
    };
    store.$document.listen(updateHref);
    looks.listen(updateHref);
  }

  private async readSource(): Promise<OpenedLink> {
    const source = readSource(this.flags);
    return source ? await source : { document: DEFAULT_DOCUMENT, problem: null, scene: null };
  }

  private async openSource(session: Session): Promise<void> {
    const { store } = session;
    const { src } = this;
    const opening = await this.readSource();
    if (src !== this.src) return;
    if (!opening.problem) {
      this.opened = opening.document;
      store.replace(opening.document, 'open-link');
      await this.lookAsSaid(session);
    }
    this.tellProblem(opening, true);
  }

  /** Looks as `src` says. */
  private async lookAsSaid({ looks }: Session): Promise<void> {
    const { flags } = this;
    if (flags.size > 0) looks.change(this.wantedScene, await lookOf(flags));
  }

  /** `stays`: what was in the figure is still there. */
  private tellProblem({ problem }: OpenedLink, stays: boolean): void {
    if (!problem) {
      this.notices.dismiss('link');
      return;
    }
    const { src } = this;
    void restOfTexts()
      .then(() => import('./wording/link-problem-text.ts'))
      .then(({ linkProblemText }) => {
        if (src === this.src) this.notify('link', () => linkProblemText(problem, stays));
      });
  }

  private async showScene(): Promise<void> {
    const scene = this.wantedScene;
    if (scene !== 'correlation') this.session?.first.hurry();
    try {
      await openScene(scene);
    } catch {
      this.notify('scene-missing', () =>
        msg('This scene could not be loaded. Check the connection and reload the page.'),
      );
      return;
    }
    if (scene === this.wantedScene) this.shown = scene;
  }

  /**
   * All figures speak as the first of the page, whichever starts first: their texts are one. A figure without a language
   * speaks as the text around it, or else as its reader.
   */
  private async speak(): Promise<void> {
    const first = document.querySelector('corr2d-figure') ?? this;
    const language = first.lang || first.closest<HTMLElement>('[lang]')?.lang;
    try {
      await speakLocale(preferredLocale([language ?? '', ...navigator.languages]));
    } catch {
      this.notify('locale-missing', () => 'This language could not be loaded. 无法载入这种语言。');
    }
  }

  private async updateHref(): Promise<void> {
    const { session } = this;
    const playground = this.playground || FigureElement.playground;
    if (!session || playground === '') return;
    const document = session.store.$document.get();
    const look = session.looks.of(this.wantedScene).get();
    const address = await documentAddress(this.wantedScene, document, look);
    if (document === session.store.$document.get()) this.href = playground + formatAddress(address);
  }

  private notify(id: string, text: () => string): void {
    this.notices.tell({ id, kind: 'problem', text });
  }

  private onRestart(): void {
    if (this.opened) this.session?.store.replace(this.opened, 'start-again');
  }
}

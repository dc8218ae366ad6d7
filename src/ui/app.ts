/** The page: it owns the store, the engine and the address, shows one scene, and tells the reader what happened. */
import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { asScene, type Address, type SceneName } from '../state/address.ts';
import { Autosave } from '../state/autosave.ts';
import { lookOf } from '../state/document-address.ts';
import type { PlaygroundDocument } from '../state/document.ts';
import type { ShownDocument } from '../state/document-file.ts';
import type { EngineChoice } from '../state/engine-host.ts';
import type { Look } from '../state/look.ts';
import type { OpenedFile } from './documents/open-file.ts';
import type { Desk } from './documents/take-document.ts';
import { OnDemand } from './loading/on-demand.ts';
import { lessonPart } from './scenes/lesson-part.ts';
import { loadLesson } from './scenes/load-scene.ts';
import { openScene } from './scenes/open-scene.ts';
import { renderScene } from './scenes/render-scene.ts';
import './shell/app-bar.ts';
import { asEngineChoice } from './shell/engine-choice.ts';
import { fadeOver } from './shell/fade-over.ts';
import { HistoryVoice } from './shell/history-voice.ts';
import { currentLocale, type Locale } from './shell/locale.ts';
import { loadTools } from './shell/load-tools.ts';
import { Notices } from './shell/notices.ts';
import { linkedDocument, openDocument, openOver, type Opening } from './shell/opening.ts';
import { PageAddress, type Travel } from './shell/page-address.ts';
import { tellProblem } from './shell/page-problems.ts';
import { shownTheme, type Theme } from './shell/preferences.ts';
import { closeSession, openSession, shownEngine, type Session } from './shell/session.ts';
import { Settings } from './shell/settings.ts';
import { TabName } from './shell/tab-name.ts';
import { watchUpdates } from './shell/update-notice.ts';
import { appStyle } from './style/app.ts';
import { ThemeWatch } from './style/theme-watch.ts';

@customElement('corr2d-app')
export class AppElement extends LitElement {
  static override styles = appStyle;

  @state() private scene: SceneName = 'correlation';
  /** Scenes whose script has run. */
  @state() private loaded: ReadonlySet<SceneName> = new Set();
  @state() private session: Session | null = null;

  private readonly notices = new Notices(this);
  private readonly history = new HistoryVoice(this, () => this.session?.store);
  private readonly themes = new ThemeWatch(this);
  private readonly lesson = new OnDemand(this, () =>
    Promise.all([loadLesson(), loadTools(), this.tab.prepare()]),
  );
  private readonly address = new PageAddress((address, travel) => void this.onTravel(address, travel));
  private readonly present = (): ShownDocument | null =>
    this.session && { scene: this.scene, document: this.session.store.$document.get() };
  private readonly tab = new TabName(this.present);
  private readonly settings = new Settings(this.address, this.tab.show, () => {
    tellProblem(this.notices, 'locale-missing');
  });
  private readonly autosave = new Autosave(
    () => localStorage,
    () => {
      if (!this.notices.isStorageTold()) tellProblem(this.notices, 'not-saved');
    },
    this.address.visit,
  );

  private readonly restore = (work: PlaygroundDocument): void => {
    this.session?.store.replace(work, 'restore-work');
    this.autosave.dropAside(work);
  };
  private readonly desk: Desk = {
    present: this.present,
    put: ({ scene, document }) => {
      this.address.pushOpened(scene, document);
      this.session?.store.replace(document, 'open-document');
      this.goTo(scene);
    },
    restore: this.restore,
    notices: this.notices,
  };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.history.onKeyDown);
    addEventListener('pagehide', this.onPageHide);
    watchUpdates((notice) => {
      this.notices.tell(notice);
    });
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.history.onKeyDown);
    removeEventListener('pagehide', this.onPageHide);
    this.address.disconnect();
    if (this.session) closeSession(this.session);
  }

  override render(): TemplateResult {
    const { session } = this;
    if (!session) return html``;
    return html`
      <corr2d-app-bar
        .scene=${this.scene}
        .locale=${currentLocale()}
        .theme=${shownTheme()}
        .undoName=${this.history.name('undo')}
        .redoName=${this.history.name('redo')}
        .engine=${shownEngine(session, this.scene)}
        .makeLink=${this.makeLink}
        .present=${this.present}
        @document-taken=${this.onTaken}
        @storage-failed=${this.notices.onStorageFailed}
        @scene-chosen=${({ detail }: CustomEvent<SceneName>) => {
          this.address.pushScene(detail);
          this.goTo(detail);
        }}
        @locale-chosen=${({ detail }: CustomEvent<Locale>) => {
          this.settings.chooseLocale(detail);
        }}
        @theme-chosen=${({ detail }: CustomEvent<Theme>) => {
          this.settings.chooseTheme(detail);
        }}
        @engine-chosen=${this.onEngineChosen}
        @undo-asked=${this.history.undo}
        @redo-asked=${this.history.redo}
      ></corr2d-app-bar>
      <main>
        <corr2d-notice-list
          ?hidden=${this.notices.list.length === 0}
          .notices=${this.notices.list}
          @notice-dismissed=${this.onDismissed}
        ></corr2d-notice-list>
        ${this.loaded.has(this.scene) ? renderScene(this.scene, session, this.themes.theme, '', lessonPart(this.scene, session, this.lesson)) : nothing}
      </main>
      ${this.history.render()}
      ${this.loaded.size > 0 ? html`<corr2d-shortcut-sheet></corr2d-shortcut-sheet>` : nothing}
    `;
  }

  private async open(): Promise<void> {
    const flags = this.address.current;
    await this.settings.apply(flags);
    // Reloaded: the link in the address may be a moment older than the work.
    const isOwn = this.address.isOf(this.autosave.savedBy());
    if (this.autosave.hasWork) await this.autosave.prepare();
    const opening = await openDocument(isOwn ? null : flags, this.autosave.load(), this.autosave);
    if (!this.isConnected) return;
    const session = openSession(opening.document, asEngineChoice(flags.get('engine')));
    const scene = this.sceneOf(flags, opening.scene);
    if (flags.size > 0) session.looks.change(scene, await lookOf(flags));
    this.session = session;
    this.address.connect(opening.document);
    this.follow(session);
    if (isOwn) this.keep(opening.document);
    this.tellOpening(opening, flags);
    await this.showScene(scene);
  }

  private readonly keep = (document: PlaygroundDocument): void => {
    this.autosave.save(document);
    this.address.show(document);
    this.tab.showSoon();
  };

  private follow({ store, looks, host, costs }: Session): void {
    const update = (): void => {
      this.requestUpdate();
    };
    store.$history.listen(update);
    host.$engine.listen(update);
    host.$choice.listen(update);
    costs.$cost.listen(update);
    store.$document.listen(this.keep);
    looks.listen((scene) => {
      if (scene === this.scene) this.showLook();
    });
    host.$losses.listen(() => {
      tellProblem(this.notices, 'engine-lost');
    });
  }

  private goTo(scene: SceneName): void {
    void fadeOver(openScene(scene), async () => {
      await this.showScene(scene);
      this.showLook();
    });
  }

  private async showScene(scene: SceneName): Promise<void> {
    this.scene = scene;
    if (scene !== 'correlation') this.session?.first.hurry();
    try {
      await openScene(scene);
    } catch {
      tellProblem(this.notices, 'scene-missing');
      return;
    }
    this.loaded = new Set([...this.loaded, scene]);
    this.tab.show();
    await this.updateComplete;
    // After the figure, which comes first.
    void this.session?.first.stands.then(() => {
      this.lesson.want();
      void this.autosave.prepare();
    });
  }

  private async onTravel(address: Address, travel: Travel): Promise<void> {
    const { session } = this;
    if (!session) return;
    // What was told of another document.
    this.notices.dismiss('link');
    let made: SceneName | null = null;
    let look: Look | null = null;
    if (travel.kind === 'foreign') {
      await this.settings.apply(address);
      session.host.choose(asEngineChoice(address.get('engine')));
      const opening = await openOver(address, session.store.$document.get(), this.autosave);
      this.tellOpening(opening, address);
      if (opening.stays) {
        this.address.stay(this.scene, opening.document);
        this.showLook();
        return;
      }
      this.address.beginOpened(opening.document);
      session.store.replace(opening.document, 'open-link');
      made = opening.scene;
      look = await lookOf(address);
    } else {
      const document = travel.kind === 'own' ? travel.document : await linkedDocument(address);
      if (document) session.store.replace(document, 'open-document');
      this.address.show(session.store.$document.get());
    }
    const scene = this.sceneOf(address, made);
    if (look) session.looks.change(scene, look);
    await this.showScene(scene);
    this.showLook();
  }

  /** An example is shown in its scene, and the address says so: its name will go with the first edit. */
  private sceneOf(address: Address, made: SceneName | null): SceneName {
    const named = asScene(address.get('scene'));
    if (!named && made && made !== 'correlation') this.address.setFlags({ scene: made });
    return named ?? made ?? 'correlation';
  }

  private tellOpening(opening: Opening, flags: Address): void {
    if (flags.size > 0)
      void import('./shell/flag-notice.ts').then(({ tellFlags }) => tellFlags(flags, this.notices));
    if (!opening.problem && !opening.ownWork) return;
    void import('./shell/opening-notice.ts').then(({ tellOpening }) =>
      tellOpening(opening, this.notices, this.restore),
    );
  }

  /** The address follows the look of the scene that is shown. */
  private showLook(): void {
    if (this.session) this.address.showLook(this.scene, this.session.looks.of(this.scene).get());
  }

  private readonly makeLink = (): Promise<string> => {
    const { scene, session } = this;
    if (!session) return Promise.resolve(location.href);
    return this.address.linkTo(scene, session.store.$document.get(), session.looks.of(scene).get());
  };

  private async onTaken({ detail }: CustomEvent<OpenedFile>): Promise<void> {
    const { takeDocument } = await import('./documents/take-document.ts');
    await takeDocument(detail, this.desk, this.autosave);
  }

  private onEngineChosen({ detail }: CustomEvent<EngineChoice>): void {
    this.session?.host.choose(detail);
    this.address.setFlags({ engine: detail === 'auto' ? null : detail });
  }

  private onDismissed({ detail }: CustomEvent<string>): void {
    this.notices.dismiss(detail);
  }

  private readonly onPageHide = (): void => {
    this.autosave.flush();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-app': AppElement;
  }
}

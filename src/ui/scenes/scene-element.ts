/** What every scene is: an element that reads the document, edits it, and keeps what could not be used. */
import { updateWhenLocaleChanges } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import type { PlaygroundDocument } from '../../state/document.ts';
import type { FigureControl } from '../../state/figure-controls.ts';
import type { Look } from '../../state/look.ts';
import type {} from '../field/look-event.ts';
import type { Session } from '../shell/session.ts';
import { Faults } from './faults.ts';

export abstract class SceneElement extends LitElement {
  /** Must be there before the element is put into the page. */
  @property({ attribute: false }) session!: Session;
  /** Groups of controls that are left out, with spaces between them (style/without.ts). */
  @property({ reflect: true }) without = '';

  protected abstract readonly scene: SceneName;
  protected document!: StoreController<PlaygroundDocument>;
  protected look!: StoreController<Look>;
  protected readonly faults = new Faults(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.addEventListener('look-changed', ({ detail }) => {
      this.lookOtherwise(detail);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved inside the page: everything is there already.
    if (this.hasUpdated) return;
    this.document = new StoreController(this, this.session.store.$document);
    this.look = new StoreController(this, this.session.looks.of(this.scene));
    this.faults.follow(this.session.store);
    this.open(this.session);
  }

  protected lookOtherwise(change: Partial<Look>): void {
    this.session.looks.change(this.scene, change);
  }

  /** Whether a group of controls is shown. */
  protected shows(control: FigureControl): boolean {
    return !this.without.split(' ').includes(control);
  }

  /** Makes what the scene computes with; called once, when the element is put into the page. */
  protected abstract open(session: Session): void;
}

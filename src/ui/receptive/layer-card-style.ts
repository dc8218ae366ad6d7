/** The look of a layer of a stack to edit. */
import { css } from 'lit';

export const layerCardStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
    margin-bottom: var(--space-2);
    --control-height: 2rem;
  }

  .grip {
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    margin-inline-start: calc(-1 * var(--space-2));
    color: var(--ink-soft);
    cursor: grab;
    touch-action: none;
  }

  .number {
    font-weight: 600;
  }

  select {
    flex: 1 1 5rem;
    min-width: 0;
    min-height: 2rem;
  }

  button.icon {
    width: 2rem;
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }

  .pair {
    display: flex;
    gap: var(--space-2);
  }

  /* Two numbers beside one another, and all of the head in one row: layers are moved by their buttons. */
  @media (max-width: 21rem) {
    .fields,
    .pair {
      column-gap: var(--space-1);
    }

    .grip {
      display: none;
    }

    select {
      padding: 0 0.125rem;
      font-size: var(--text-s);
    }
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    margin: var(--space-2) 0 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
    --control-height: 1.75rem;
    --control-padding: var(--space-2);
  }

  .fault {
    margin: var(--space-2) 0 0;
    padding: var(--space-2);
    border-left: 3px solid var(--fault);
    background: var(--fault-tint);
    font-size: var(--text-s);
  }

  .fault p {
    margin: 0;
  }

  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-top: var(--space-1);
    --control-height: 1.75rem;
    --control-padding: var(--space-2);
  }
`;

/** Teaches comlink to carry named errors; both ends of a worker need it before they talk. */
import { transferHandlers, type TransferHandler } from 'comlink';
import { packError, unpackError, type PackedError } from './packed-error.ts';

interface Thrown {
  readonly value: unknown;
}

const standard = transferHandlers.get('throw');

/** Replaces comlink's own handler of thrown values, which keeps only name, message and stack. */
export function installErrorTransfer(): void {
  if (!standard) throw new Error('comlink has no handler for thrown values');
  const handler: TransferHandler<Thrown, PackedError> = {
    canHandle: (value): value is Thrown => standard.canHandle(value),
    serialize: ({ value }) => [packError(value), []],
    deserialize: (packed) => {
      throw unpackError(packed);
    },
  };
  transferHandlers.set('throw', handler);
}

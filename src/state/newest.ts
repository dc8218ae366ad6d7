/** Work of which only the newest counts: one piece at a time, and what was asked for in the meantime but the last is never begun. */

/** `work` gets a request and may ask, when it is done or on the way, whether a newer one waits. */
export function newestOnly<Request extends object>(
  work: (request: Request, isNewest: () => boolean) => Promise<void>,
): (request: Request) => void {
  let newest: Request | null = null;
  let working = false;

  async function run(): Promise<void> {
    working = true;
    let finished: Request | null = null;
    while (newest && newest !== finished) {
      const request: Request = newest;
      await work(request, () => newest === request);
      finished = request;
    }
    working = false;
  }

  return (request) => {
    newest = request;
    if (!working) void run();
  };
}

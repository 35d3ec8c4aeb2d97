import type { Api } from './client';
import { readEvents, type ServerEvent } from './stream';

export interface Listener {
  onEvent: (event: ServerEvent) => void;
  /** The stream is open, at first and after each break: what happened before it is asked for here. */
  onOpen?: () => void;
  /** The way to the service is open, or not. */
  onConnection?: (open: boolean) => void;
}

/** After breaks, one after another. */
const AGAIN = [1_000, 3_000, 5_000, 15_000];

/**
 * Reads a stream of server-sent events for as long as somebody wants it.
 *
 * @returns a function that ends it
 */
export function listen(api: Api, path: string, { onEvent, onOpen = () => {}, onConnection = () => {} }: Listener): () => void {
  const ended = new AbortController();
  const { signal } = ended;

  async function read() {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        // After the end of a session nobody is asked until somebody signs in again.
        const stream = api.signedIn ? await api.stream(path, signal) : null;
        if (stream) {
          failures = 0;
          onConnection(true);
          onOpen();
          await readEvents(stream, onEvent);
        }
      } catch {
        // Away for a moment; what was missed is asked for when the stream is open again.
      }
      if (signal.aborted) return;
      onConnection(false);
      await pause(AGAIN[Math.min(failures, AGAIN.length - 1)]!, signal);
    }
  }

  void read();
  return () => ended.abort();
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, millis);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
  });
}

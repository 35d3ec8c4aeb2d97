import type { Problem } from '../api/problem';
import type { ServerEvent } from '../api/stream';
import type { Board, Change } from './board';

/** Where a board comes from. */
export interface BoardSource {
  board(signal: AbortSignal): Promise<Board>;
  /** Ends with the stream; what it throws says that it could not be had. @param lastEventId of the last event, once there was one */
  stream(after: string, lastEventId: string | null, signal: AbortSignal, onEvent: (event: ServerEvent) => void): Promise<void>;
}

export interface Watcher {
  onBoard(board: Board): void;
  onChange(change: Change): void;
  /** The way to the service is open, or not. */
  onConnection(open: boolean): void;
  /** Nothing will be told any more until somebody signs the screen in. */
  onForbidden(problem: Problem): void;
}

export interface Pace {
  /** The figures are asked for again at least so often, */
  every: number;
  /** and when something happened, but not oftener than this. */
  atMost: number;
  /** After failures, one after another. */
  again: number[];
  wait(millis: number, signal: AbortSignal): Promise<void>;
  now(): number;
}

export const USUAL_PACE: Pace = {
  every: 10_000,
  atMost: 2_000,
  again: [1_000, 2_000, 5_000, 10_000, 15_000],
  now: () => performance.now(),
  wait: (millis, signal) => new Promise((done) => {
    const timer = setTimeout(finish, millis);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
  }),
};

/**
 * Shows a board and keeps it new: a snapshot, then what follows it, from the place that was reached when a connection broke.
 * Sums come from snapshots alone, so that nothing is ever counted on the screen. Keeps nothing but the last place.
 *
 * @returns a function that ends it
 */
export function watchBoard(source: BoardSource, watcher: Watcher, pace: Pace = USUAL_PACE): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let place = '';
  let last: string | null = null;
  let asked = -Infinity;
  let newsWaits = false;
  let wake = () => {};

  async function figures() {
    for (let failures = 0; !signal.aborted;) {
      asked = pace.now();
      newsWaits = false;
      try {
        const board = await source.board(signal);
        if (signal.aborted) return;
        failures = 0;
        if (!place) place = board.lastEventId;
        watcher.onBoard(board);
      } catch (problem) {
        if (signal.aborted || forbidden(problem)) return;
        failures++;
        watcher.onConnection(false);
      }
      if (failures > 0) await pace.wait(pace.again[Math.min(failures, pace.again.length) - 1]!, signal);
      else await untilWanted();
    }
  }

  /** The usual time, or soon when something happened. */
  async function untilWanted() {
    const pause = new AbortController();
    const stop = () => pause.abort();
    signal.addEventListener('abort', stop);
    wake = stop;
    if (!newsWaits) await pace.wait(pace.every, pause.signal);
    wake = () => {};
    signal.removeEventListener('abort', stop);
    const rest = asked + pace.atMost - pace.now();
    if (rest > 0 && !signal.aborted) await pace.wait(rest, signal);
  }

  async function changes() {
    for (let failures = 0; !signal.aborted;) {
      if (!place) {
        await pace.wait(pace.again[0]!, signal);
        continue;
      }
      try {
        watcher.onConnection(true);
        await source.stream(place, last, signal, (event) => {
          failures = 0;
          take(event);
        });
      } catch (problem) {
        if (signal.aborted || forbidden(problem)) return;
        watcher.onConnection(false);
      }
      if (signal.aborted) return;
      failures++;
      await pace.wait(pace.again[Math.min(failures, pace.again.length) - 1]!, signal);
    }
  }

  function take(event: ServerEvent) {
    if (event.type === 'cut') return;
    if (event.type === 'reset') {
      // Too far back: the next snapshot says where to go on.
      place = '';
      last = null;
    } else {
      if (event.id) last = event.id;
      const change = read(event.data);
      if (change) watcher.onChange(change);
    }
    newsWaits = true;
    wake();
  }

  function forbidden(problem: unknown): boolean {
    const { status } = problem as Problem;
    if (status !== 401 && status !== 403 && status !== 404) return false;
    ended.abort();
    watcher.onForbidden(problem as Problem);
    return true;
  }

  void figures();
  void changes();
  return () => ended.abort();
}

function read(data: string): Change | null {
  try {
    const said = JSON.parse(data) as Change;
    return said.id && said.change ? said : null;
  } catch {
    return null;
  }
}

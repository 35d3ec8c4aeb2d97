import { both, h, replace } from './dom.js';
import { eventReader } from '../api/stream';

const AGAIN = 5_000;

/** 通知铃: how many notices are unread, kept up by the live stream; the list itself is a view of its own. */
export function bell(api) {
  const end = new AbortController();
  const listeners = new Set();
  const count = h('span', { class: 'badge num', hidden: true });
  const said = h('span', { class: 'sr', role: 'status' });
  const element = h('a', { class: 'bell', href: '#/notices' }, both('通知', 'Notices'), count, said);

  function show({ unread, more }) {
    count.hidden = unread === 0;
    replace(count, badgeOf(unread, more));
    replace(said, unread === 0 ? '' : `${badgeOf(unread, more)} 条未读 unread`);
  }

  async function refresh() {
    show(await api.get('/api/v1/notices/count'));
  }

  async function watch() {
    while (!end.signal.aborted) {
      try {
        await refresh();
        const stream = await api.stream('/api/v1/notices/stream', end.signal);
        const read = eventReader((event) => {
          if (event.type !== 'notice') return;
          refresh().catch(() => {});
          listeners.forEach((listener) => listener(JSON.parse(event.data)));
        });
        const decoder = new TextDecoder();
        for await (const piece of piecesOf(stream)) read(decoder.decode(piece, { stream: true }));
      } catch {
        // Away for a moment; the count comes anew with the next try.
      }
      if (!end.signal.aborted) await new Promise((next) => setTimeout(next, AGAIN));
    }
  }

  watch();
  return {
    element,
    show,
    /** @returns a function that stops telling `listener` of new notices */
    onNotice(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => end.abort(),
  };
}

export function badgeOf(unread, more) {
  return more ? '99+' : String(unread);
}

async function* piecesOf(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

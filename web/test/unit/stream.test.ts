import { expect, test, vi } from 'vitest';
import type { Api } from '../../src/api/client';
import { listen } from '../../src/api/live';
import { eventReader, type ServerEvent } from '../../src/api/stream';

test('events are read whole, however the pieces fall', () => {
  const whole = ': watching\n\nid: case/1/2\nevent: io.wangge.case.accepted.v1\ndata: {"a":1}\n\r\ndata: x\ndata: y\n\n';
  for (let size = 1; size < whole.length; size++) {
    const events: ServerEvent[] = [];
    const read = eventReader((event) => events.push(event));
    for (let i = 0; i < whole.length; i += size) read(whole.slice(i, i + size));
    expect(events).toEqual([
      { id: 'case/1/2', type: 'io.wangge.case.accepted.v1', data: '{"a":1}' },
      { id: undefined, type: 'message', data: 'x\ny' },
    ]);
  }
});

test('after a break the stream is opened again, what was missed is asked for, and an end is an end', async () => {
  vi.useFakeTimers();
  try {
    const asked: string[] = [];
    const stream = () => new ReadableStream<Uint8Array>({ start: (to) => { to.enqueue(new TextEncoder().encode('data: a\n\n')); to.close(); } });
    let tries = 0;
    const api = { signedIn: true, stream: async () => { tries++; if (tries === 2) throw new Error('away'); return stream(); } } as unknown as Api;
    const stop = listen(api, '/x', { onEvent: (event) => asked.push(event.data), onOpen: () => asked.push('open'), onConnection: (open) => asked.push(open ? 'there' : 'away') });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(['there', 'open', 'a', 'away']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked.filter((word) => word === 'open').length).toBeGreaterThan(1);
    stop();
    const before = tries;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(before);
  } finally {
    vi.useRealTimers();
  }
});

test('nobody is asked while nobody is signed in', async () => {
  vi.useFakeTimers();
  try {
    const stream = vi.fn();
    const stop = listen({ signedIn: false, stream } as unknown as Api, '/x', { onEvent: () => {} });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stream).not.toHaveBeenCalled();
    stop();
  } finally {
    vi.useRealTimers();
  }
});

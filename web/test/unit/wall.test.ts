import { describe, expect, it, vi } from 'vitest';
import { against, behind, byLevel, eventsOf, MOST_EVENTS, mostOpen, ofLevel, trend, withEvent, type Board, type Change } from '../../src/wall/board';
import { fromAddress, narrowings, toAddress, toQuery } from '../../src/desk/inbox/filter';
import { gridsOf, middleOf, ringsOf, shadeOf, short } from '../../src/map/ground';
import { codeAsShown, keep, keptScreen } from '../../src/wall/screen';
import { watchBoard, type BoardSource, type Pace } from '../../src/wall/watch';
import { Problem } from '../../src/api/problem';
import type { ServerEvent } from '../../src/api/stream';

const BOARD: Board = {
  unitId: 'u', zh: '望江街道', en: 'Wangjiang', at: '2026-11-23T14:30:00+08:00', lastEventId: 't.1',
  today: { reported: 94, filed: 88, settledOnSpot: 6, closed: 71, open: 120, overdue: 3, becameOverdue: 1 },
  byLevel: [], byPlace: [], supervised: {}, latest: [],
};

function change(id: string, at: string, kind: Change['change'] = 'NEW'): Change {
  return { id, change: kind, type: 'case.opened', typeZh: '案卷建立', time: at };
}

describe('from a number down to its cases', () => {
  it('names the day of the board, which is the district’s and not the browser’s', () => {
    const query = (address: string) => Object.fromEntries(new URLSearchParams(address.split('?')[1]));
    expect(query(behind(BOARD, 'closed'))).toEqual({ from: '2026-11-23', to: '2026-11-23', open: 'closed|numerator|total||closing' });
    expect(query(behind(BOARD, 'overdue'))).toEqual({ tab: 'all', unitId: 'u', overdue: 'true' });
    expect(behind(BOARD, 'filed')).toMatch(/^\/#\/figures\/u\?/);
    expect(query(behind(BOARD, 'filed'))).toEqual({ from: '2026-11-23', to: '2026-11-23', open: 'filed|numerator|total|' });
    expect(query(behind({ unitId: 'u', at: '2026-11-23T23:30:00Z' }, 'reported'))).toEqual({ from: '2026-11-24', to: '2026-11-24', open: 'reported|numerator|total|' });
  });

  it('is a filter of the list, which asks for whole days of the district', () => {
    const filter = fromAddress({ tab: 'all', closedFrom: '2026-11-23', closedTo: '2026-11-23', openedFrom: 'today' });
    expect(toAddress(filter)).toEqual({ tab: 'all', closedFrom: '2026-11-23', closedTo: '2026-11-23' });
    expect(toQuery(filter, 'me')).toEqual({ tab: 'all', closedAfter: '2026-11-23T00:00:00+08:00', closedBefore: '2026-11-24T00:00:00+08:00' });
    expect(narrowings(filter)).toBe(2);
  });

  it('leaves what is over out of a number that counts what is open, and tells the cards apart', () => {
    const query = toQuery(fromAddress({ tab: 'all', ...ofLevel('STREET') }), 'me');
    expect(query.level).toBe('STREET');
    expect(query.state!.split(',')).toHaveLength(8);
    expect(query.state).not.toContain('CLOSED');
    expect(ofLevel('-')).toEqual({ state: 'PENDING_DISPATCH' });
    const card = fromAddress({ tab: 'supervised', supervision: 'RED' });
    expect(toQuery(card, 'me')).toEqual({ tab: 'supervised', supervision: 'RED' });
    expect(toAddress(card)).toEqual({ tab: 'supervised', supervision: 'RED' });
    expect(narrowings(card)).toBe(1);
    expect(toAddress(fromAddress({ state: 'OPEN' }))).toEqual({ state: 'OPEN' });
    const nowhere = fromAddress({ tab: 'all', placeId: 'district' });
    expect(toQuery(nowhere, 'me')).toEqual({ tab: 'all', placeId: 'district' });
    expect(toAddress(nowhere)).toEqual({ tab: 'all', placeId: 'district' });
    expect(narrowings(nowhere)).toBe(1);
  });
});

describe('today against yesterday', () => {
  it('says how many more or fewer there are at this hour', () => {
    const board = { ...BOARD, yesterday: { at: '2026-11-22T14:29:00+08:00', reported: 82, filed: 80, closed: 75, overdue: 3 } };
    expect(against(board, 'reported')).toEqual({ then: 82, more: 12 });
    expect(against(board, 'closed')).toEqual({ then: 75, more: -4 });
  });

  it('compares with nothing where nobody counted yesterday', () => {
    expect(against(BOARD, 'reported')).toBeNull();
  });
});

describe('events', () => {
  it('are at most eight, newest first, each once, without comments', () => {
    let shown: Change[] = [];
    for (let i = 0; i < 2000; i++) shown = withEvent(shown, change(`e${i}`, new Date(i * 1000).toISOString(), i % 3 === 0 ? 'OTHER' : 'NEW'));
    expect(shown).toHaveLength(MOST_EVENTS);
    expect(shown[0]!.id).toBe('e1999');
    expect(withEvent(shown, shown[3]!)).toBe(shown);
    expect(shown.every((one) => one.change === 'NEW')).toBe(true);
  });

  it('tell a report and the case that it opened as one', () => {
    const reported = { ...change('report/a/1', '2026-11-23T14:29:00+08:00'), caseId: 'a' };
    const opened = { ...change('case/a/1', '2026-11-23T14:29:01+08:00'), caseId: 'a' };
    expect(withEvent(withEvent([], reported), opened)).toEqual([opened]);
    expect(withEvent([opened], { ...opened, id: 'case/a/5', change: 'CLOSED' })).toHaveLength(2);
  });

  it('of the last minutes stand there for a screen that has just come', () => {
    const latest = [change('b', '2026-11-23T14:29:00+08:00', 'CLOSED'), change('a', '2026-11-23T14:20:00+08:00'), change('c', '2026-11-23T14:10:00+08:00', 'OTHER')];
    expect(eventsOf({ ...BOARD, latest }).map((one) => one.id)).toEqual(['b', 'a']);
  });
});

describe('the last 24 hours', () => {
  it('tells an hour that nobody counted from one in which nothing came', () => {
    const now = Date.parse('2026-11-23T14:30:00+08:00');
    const slots = trend([{ from: '2026-11-23T09:00:00+08:00', reported: 0, filed: 0, closed: 4, open: 9, overdue: 0 }], now);
    expect(slots).toHaveLength(25);
    expect(slots[0]!.hour).toBe(14);
    expect(slots.at(-1)!.hour).toBe(14);
    expect(slots.find((slot) => slot.hour === 9)).toEqual({ hour: 9, reported: 0, closed: 4 });
    expect(slots.find((slot) => slot.hour === 8)).toEqual({ hour: 8, reported: null, closed: null });
  });
});

describe('levels and places', () => {
  const line = (key: string, open: number, overdue = 0) => ({ key, zh: key, en: key, open, overdue });

  it('levels stand in the order of the ladder, those without cases too, what has none at the end', () => {
    const levels = ['BLOCK', 'COMMUNITY', 'STREET'].map((code) => ({ code, nameZh: code, nameEn: code }));
    expect(byLevel([line('-', 2), line('STREET', 5)], levels).map((one) => [one.key, one.open])).toEqual([['BLOCK', 0], ['COMMUNITY', 0], ['STREET', 5], ['-', 2]]);
  });

  it('the places with most to do come first and the rest is summed', () => {
    const { shown, rest } = mostOpen([line('a', 3), line('b', 9, 1), line('c', 12), line('d', 0), line('e', 1)], 2);
    expect(shown.map((one) => one.key)).toEqual(['b', 'c']);
    expect(rest).toEqual({ places: 2, open: 4, overdue: 0 });
    expect(mostOpen([line('a', 3)], 2).rest).toBeNull();
  });

  it('shades are shares of the fullest grid, and any open case is seen', () => {
    expect([0, 1, 25, 50, 75, 100].map((open) => shadeOf(open, 100))).toEqual([0, 1, 1, 2, 3, 4]);
    expect(shadeOf(1, 1000)).toBe(1);
  });
});

describe('the ground', () => {
  const square = (id: string, west: number, south: number, path: string[]) => ({
    id, properties: { nameZh: `春晓社区第一网格（${id}）`, nameEn: `Grid 1 (${id})`, path },
    geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]] as [number, number][][] },
  });

  it('shows the grids of the unit alone, with their figures in the middle of their largest part', () => {
    const shown = gridsOf([square('a', 120.1, 30.2, ['d', 's1', 'a']), square('b', 120.11, 30.2, ['d', 's1', 'b']), square('x', 121, 31, ['d', 's2', 'x'])], 's1');
    expect(shown.map((feature) => feature.id)).toEqual(['a', 'b']);
    const [lon, lat] = middleOf(ringsOf(shown[0]!.geometry!));
    expect(lon).toBeCloseTo(120.105, 5);
    expect(lat).toBeCloseTo(30.205, 5);
    const island: [number, number][] = [[121, 31], [121.001, 31], [121.001, 31.001], [121, 31]];
    expect(middleOf([island, ...ringsOf(shown[0]!.geometry!)])[0]).toBeCloseTo(120.105, 5);
  });

  it('is empty and not broken without outlines', () => {
    expect(gridsOf([{ id: 'a', properties: {} }], null)).toEqual([]);
    expect(middleOf([[[120, 30], [120, 30], [120, 30]]])).toEqual([120, 30]);
    expect(short('Chunxiao Grid 1 (Jiangbin Court)')).toBe('Jiangbin Court');
    expect(short('江滨')).toBe('江滨');
  });
});

describe('the code of a screen', () => {
  it('is shown four and four, however it was typed', () => {
    expect(codeAsShown('ab3-d efgh9')).toBe('AB3D EFGH');
    expect(codeAsShown('ab')).toBe('AB');
  });

  it('leaves a token behind, and nothing when it is forgotten or broken', () => {
    const kept = new Map<string, string>();
    const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
    keep({ token: 't', screenId: 's', name: '东墙', unitId: 'u', endsAt: '' }, store);
    expect(keptScreen(store)?.unitId).toBe('u');
    kept.set('wangge.screen', '{broken');
    expect(keptScreen(store)).toBeNull();
    keep(null, store);
    expect(kept.size).toBe(0);
  });
});

describe('watching a board', () => {
  /** A source that a test feeds; time goes on only when it says so. */
  function stage() {
    const boards: (() => Board)[] = [];
    const streams: { after: string; last: string | null; say: (event: ServerEvent) => void; end: (failure?: unknown) => void }[] = [];
    const waits: { millis: number; done: () => void; signal: AbortSignal }[] = [];
    let clock = 0;
    const source: BoardSource = {
      board: async () => {
        const next = boards.length > 1 ? boards.shift()! : boards[0]!;
        return next();
      },
      stream: (after, last, signal, say) => new Promise((resolve, reject) => {
        streams.push({ after, last, say, end: (failure) => (failure ? reject(failure) : resolve()) });
        signal.addEventListener('abort', () => resolve());
      }),
    };
    const pace: Pace = {
      every: 10_000, atMost: 2_000, again: [1_000, 5_000], now: () => clock,
      wait: (millis, signal) => new Promise((done) => {
        const one = { millis, done, signal };
        waits.push(one);
        signal.addEventListener('abort', () => done());
      }),
    };
    const watcher = { onBoard: vi.fn(), onChange: vi.fn(), onConnection: vi.fn(), onForbidden: vi.fn() };
    const settle = async () => {
      for (let i = 0; i < 30; i++) await Promise.resolve();
    };
    async function pass(millis: number) {
      clock += millis;
      const due = waits.splice(0).filter((one) => (one.millis <= millis ? (one.done(), false) : !one.signal.aborted));
      waits.push(...due);
      await settle();
    }
    return { boards, streams, source, pace, watcher, pass, settle };
  }

  it('goes on behind its snapshot, and asks for new sums when something happened, but not for each event', async () => {
    const { boards, streams, source, pace, watcher, pass, settle } = stage();
    boards.push(() => BOARD);
    const stop = watchBoard(source, watcher, pace);
    await settle();
    await pass(1_000);
    expect(streams[0]).toMatchObject({ after: 't.1', last: null });
    expect(watcher.onBoard).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 50; i++) streams[0]!.say({ id: `p.${i}`, type: 'case.opened', data: JSON.stringify(change(`e${i}`, '2026-11-23T14:30:00+08:00')) });
    await settle();
    await pass(2_000);
    expect(watcher.onChange).toHaveBeenCalledTimes(50);
    expect(watcher.onBoard).toHaveBeenCalledTimes(2);
    stop();
  });

  it('comes again with the last event that it had, and takes a new snapshot when that is too old', async () => {
    const { boards, streams, source, pace, watcher, pass, settle } = stage();
    boards.push(() => BOARD, () => ({ ...BOARD, lastEventId: 't.2' }));
    const stop = watchBoard(source, watcher, pace);
    await settle();
    await pass(1_000);
    streams[0]!.say({ id: 'p.7', type: 'case.closed', data: JSON.stringify(change('e', '2026-11-23T14:30:00+08:00', 'CLOSED')) });
    streams[0]!.end(new Problem({ status: 0, code: 'no-network', title: '' }));
    await settle();
    expect(watcher.onConnection).toHaveBeenLastCalledWith(false);
    await pass(1_000);
    expect(streams[1]).toMatchObject({ after: 't.1', last: 'p.7' });
    streams[1]!.say({ id: '', type: 'reset', data: '{"reason":"position-gone"}' });
    streams[1]!.end();
    await settle();
    await pass(10_000);
    await pass(5_000);
    await pass(5_000);
    expect(streams.at(-1)).toMatchObject({ after: 't.2', last: null });
    stop();
  });

  it('ends when the screen was revoked, and says why', async () => {
    const { boards, source, pace, watcher, settle } = stage();
    const why = new Problem({ status: 401, code: 'screen-not-known', title: '大屏未接入' });
    boards.push(() => {
      throw why;
    });
    watchBoard(source, watcher, pace);
    await settle();
    expect(watcher.onForbidden).toHaveBeenCalledWith(why);
  });
});

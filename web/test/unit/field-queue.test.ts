import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '../../src/api/problem';
import { isPin, newKey, unwrap, wrap } from '../../src/field/lock/lock';
import { counts, stateToShow, type CommandItem, type Item, type ReportItem } from '../../src/field/queue/item';
import { openDatabase, ownStore, type Database, type Store } from '../../src/field/queue/store';
import { sendWaiting, type Way } from '../../src/field/queue/sync';

let db: Database;
let store: Store;
let key: CryptoKey;
let number = 0;
const listener = { changed: () => {}, clock: () => {} };

beforeEach(async () => {
  db = await openDatabase(`test-${number++}`);
  key = await newKey();
  store = ownStore(db, 'staff-1', key);
});
afterEach(() => db.close());

function report(id: string, photos: string[] = []): ReportItem {
  return {
    kind: 'REPORT', id, state: 'WAITING', queuedAt: number++, title: '垃圾',
    photos: photos.map((photo) => ({ id: photo, moment: 'BEFORE' as const, fileName: 'a.jpg', size: 3, received: false })),
    report: { id, text: '垃圾，江滨苑', urgency: 'NORMAL', observedAt: '2026-11-23T08:00:00Z' },
  };
}

function confirmation(id: string): CommandItem {
  return { kind: 'COMMAND', id, state: 'WAITING', queuedAt: number++, title: '核实', photos: [], caseId: 'case-1', version: 3, command: { id, type: 'confirm', filed: true, text: '属实' } };
}

async function queued(...items: Item[]): Promise<Item[]> {
  for (const item of items) {
    await store.putItem(item);
    for (const photo of item.photos) await store.putPhoto(photo.id, new Blob(['abc']));
  }
  return store.items();
}

/** A service that keeps what it gets, once. */
function service({ breakAt = Infinity }: { breakAt?: number } = {}) {
  const kept = { reports: new Map<string, unknown>(), photos: new Map<string, number>(), commands: new Map<string, number | undefined>(), order: [] as string[] };
  let calls = 0;
  const answer = () => {
    if (++calls === breakAt) throw new Problem({ status: 0, code: 'no-network', title: '' });
  };
  const way: Way = {
    async post<T>(path: string, body: unknown, version?: number) {
      answer();
      if (path.endsWith('/commands')) {
        kept.order.push('command');
        kept.commands.set((body as { id: string }).id, version);
        return {} as T;
      }
      const items = (body as { items: { kind: string; report?: { id: string }; attachment?: { id: string; size: number } }[] }).items.map((item, index) => {
        const id = (item.report ?? item.attachment)!.id;
        kept.order.push(item.kind);
        if (item.report) {
          const outcome = kept.reports.has(id) ? 'ALREADY_STORED' : 'STORED';
          kept.reports.set(id, item.report);
          return { index, id, outcome, report: { trackingNumber: `261123-${id}` } };
        }
        const stored = kept.photos.get(id) === item.attachment!.size;
        return { index, id, outcome: 'STORED', attachment: { state: stored ? 'STORED' : 'EXPECTED', uploadUrl: `/up/${id}` } };
      });
      return { serverTime: '2026-11-23T08:00:00Z', items } as T;
    },
    async upload(path, file) {
      answer();
      kept.order.push('bytes');
      kept.photos.set(path.slice(4), file.size);
    },
  };
  return { way, kept };
}

test('texts go first, photos after, decisions last; each item ends with its number', async () => {
  const items = await queued(report('r1', ['p1']), report('r2'), confirmation('c1'));
  const { way, kept } = service();

  expect(await sendWaiting(items, store, way, listener)).toBe('DONE');

  expect(kept.order).toEqual(['REPORT', 'ATTACHMENT', 'REPORT', 'bytes', 'command']);
  expect(kept.commands.get('c1')).toBe(3);
  const stored = await store.items();
  expect(stored.map((item) => item.state)).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED']);
  expect((stored[0] as ReportItem).trackingNumber).toBe('261123-r1');
  expect(await store.photo('p1')).toBeNull();
});

test('what was decided offline comes after its own photos, with the version that was seen', async () => {
  const done = { ...confirmation('c9'), photos: report('x', ['p9']).photos };
  const items = await queued(done);
  const { way, kept } = service();

  expect(await sendWaiting(items, store, way, listener)).toBe('DONE');

  expect(kept.order).toEqual(['ATTACHMENT', 'bytes', 'command']);
  expect(kept.commands.get('c9')).toBe(3);
});

test('wherever it breaks, the next time brings the rest, and nothing twice', async () => {
  for (let breakAt = 1; breakAt < 6; breakAt++) {
    const ids = [`a${breakAt}`, `b${breakAt}`];
    const items = await queued(report(ids[0]!, [`pa${breakAt}`]), report(ids[1]!, [`pb${breakAt}`]), confirmation(`c${breakAt}`));
    const mine = items.filter((item) => item.id.endsWith(String(breakAt)));
    const { way, kept } = service({ breakAt });

    const first = await sendWaiting(mine, store, way, listener);
    const between = (await store.items()).filter((item) => item.id.endsWith(String(breakAt)));
    for (const item of between) for (const photo of item.photos) if (!photo.received) expect(await store.photo(photo.id), 'kept until acknowledged').not.toBeNull();
    expect(between.every((item) => item.state !== 'SENDING')).toBe(true);
    expect(await sendWaiting(between, store, way, listener)).toBe('DONE');

    expect(first).toBe(breakAt < 5 ? 'LATER' : 'DONE');
    expect([...kept.reports.keys()].sort()).toEqual(ids);
    expect(kept.photos.size).toBe(2);
    expect(kept.commands.size).toBe(1);
  }
});

test('what is refused waits for its owner with the words of the service, and harms no other', async () => {
  const items = await queued(report('bad', ['p']), report('good'));
  const { way, kept } = service();
  const refusing: Way = {
    ...way,
    async post<T>(path: string, body: unknown) {
      const answer = await way.post<{ items: { id: string; outcome: string; problem?: unknown }[] }>(path, body);
      answer.items[0]!.outcome = 'REFUSED';
      answer.items[0]!.problem = { status: 400, code: 'invalid-field', title: '填写有误', remedy: '请修改' };
      return answer as T;
    },
  };

  expect(await sendWaiting(items, store, refusing, listener)).toBe('DONE');

  const [bad, good] = await store.items();
  expect([bad!.state, bad!.problem?.remedy, good!.state]).toEqual(['NEEDS_YOU', '请修改', 'RECEIVED']);
  expect(kept.photos.size, 'its photo waits with it').toBe(0);
  expect(await store.photo('p')).not.toBeNull();
  expect(counts([bad!, good!])).toEqual({ waiting: 0, needsYou: 1, photos: 0 });
});

test('a decision on a case that has changed goes back to its owner and is not sent again', async () => {
  let sent = 0;
  const way: Way = {
    async post() {
      sent++;
      throw new Problem({ status: 412, code: 'stale-version', title: '已有变化' });
    },
    upload: async () => {},
  };
  const items = await queued(confirmation('c1'));
  await sendWaiting(items, store, way, listener);
  await sendWaiting(await store.items(), store, way, listener);
  expect([sent, (await store.items())[0]!.state]).toEqual([1, 'NEEDS_YOU']);
});

test('a photo that is refused is shown to its owner; the report stands', async () => {
  const items = await queued(report('r', ['p']));
  const { way } = service();
  await sendWaiting(items, store, { ...way, upload: async () => { throw new Problem({ status: 422, code: 'file-not-a-picture', title: '不是图片' }); } }, listener);
  const [item] = await store.items();
  expect([item!.state, stateToShow(item!), item!.photos[0]!.problem?.code]).toEqual(['RECEIVED', 'NEEDS_YOU', 'file-not-a-picture']);
  expect(await store.photo('p')).not.toBeNull();
});

test('an ended session keeps everything and asks for signing in', async () => {
  const items = await queued(report('r'));
  const way: Way = { post: async () => { throw new Problem({ status: 401, code: 'token-expired', title: '' }); }, upload: async () => {} };
  expect(await sendWaiting(items, store, way, listener)).toBe('SIGN_IN');
  expect((await store.items())[0]!.state).toBe('WAITING');
});

test('the clock of the service is told, however wrong the phone is', async () => {
  const items = await queued(report('r'));
  let ahead = 0;
  await sendWaiting(items, store, service().way, { ...listener, clock: (by) => (ahead = by) }, () => Date.parse('2026-11-23T05:00:00Z'));
  expect(ahead).toBe(3 * 3_600_000);
});

test('what lies on the phone cannot be read without the key, and nobody sees another owner\'s items', async () => {
  await queued(report('r', ['p']));
  const raw = (await db.getAll('items'))[0]!;
  expect(new TextDecoder().decode(raw.box)).not.toContain('垃圾');
  const other = ownStore(db, 'staff-1', await newKey());
  await expect(other.items()).rejects.toThrow();
  expect(await ownStore(db, 'staff-2', await newKey()).items()).toEqual([]);
});

test('a PIN opens what it closed, another does not; easy ones are not taken', async () => {
  const wrapped = await wrap(key, '2846', 1000);
  expect(await unwrap(wrapped, '2847')).toBeNull();
  const opened = ownStore(db, 'staff-1', (await unwrap(wrapped, '2846'))!);
  await queued(report('r'));
  expect((await opened.items()).length).toBe(1);
  expect(['1111', '1234', '4321', '12', '12345678', 'abcd'].some(isPin)).toBe(false);
  expect(isPin('284619')).toBe(true);
});

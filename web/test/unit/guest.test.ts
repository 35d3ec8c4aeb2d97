import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf, linkTo } from '../../src/guest/address';
import { createDoor } from '../../src/guest/door';
import { solved } from '../../src/guest/proof';
import { ratingBody } from '../../src/guest/rating/rating';
import { blankDraft, forget, keep, kept, reportBody } from '../../src/guest/report/draft';
import { sendAll } from '../../src/guest/report/photos';

function memory(): Storage {
  const all = new Map<string, string>();
  return {
    get length() { return all.size; }, key: (n) => [...all.keys()][n] ?? null, clear: () => all.clear(),
    getItem: (name) => all.get(name) ?? null, setItem: (name, value) => void all.set(name, value), removeItem: (name) => void all.delete(name),
  };
}

beforeAll(() => {
  globalThis.localStorage ??= memory();
});

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

describe('the door', () => {
  test('the proof is the number behind the challenge, as ALTCHA reads it', async () => {
    const salt = 'abc?expires=1';
    const challenge = createHash('sha256').update(`${salt}37`).digest('hex');
    const proof = await solved({ algorithm: 'SHA-256', challenge, maxnumber: 50, salt, signature: 's' });
    expect(JSON.parse(atob(proof))).toEqual({ algorithm: 'SHA-256', challenge, number: 37, salt, signature: 's' });
  });

  test('a receipt kept here goes with what is asked about its number alone', async () => {
    const asked: unknown[] = [];
    const door = createDoor({
      store: memory(), session: memory(),
      fetch: async (path, options) => {
        const headers = options!.headers as Record<string, string>;
        asked.push([path, headers['X-Receipt'], headers.Authorization]);
        return json(String(path).endsWith('/reports') ? { id: '1', trackingNumber: '261123-0001', receipt: 'r-1' } : { token: 't-1' });
      },
    });
    await door.report({ id: '1' }, false, () => {});
    await door.track('261123-0001');
    await door.track('261123-0002');
    await door.signIn('13800000000', '246810');
    await door.track('261123-0002');
    expect(asked).toEqual([
      ['/api/v1/public/reports', undefined, undefined],
      ['/api/v1/public/tracking/261123-0001', 'r-1', undefined],
      ['/api/v1/public/tracking/261123-0002', undefined, undefined],
      ['/api/v1/public/sessions', undefined, undefined],
      ['/api/v1/public/tracking/261123-0002', undefined, 'Bearer t-1'],
    ]);
  });

  test('a report that is sent twice leaves one receipt, the latest first', async () => {
    let n = 0;
    const door = createDoor({ store: memory(), session: memory(), fetch: async () => json({ id: `${Math.floor(n / 2)}`, trackingNumber: `N-${Math.floor(n++ / 2)}`, receipt: 'r' }) });
    for (let tries = 0; tries < 4; tries++) await door.report({}, false, () => {});
    expect(door.receipts().map((one) => one.trackingNumber)).toEqual(['N-1', 'N-0']);
  });

  test('a session that is over is forgotten, and a code is asked for again', async () => {
    const session = memory();
    session.setItem('wangge.guest', 'old');
    const door = createDoor({ store: memory(), session, fetch: async () => json({ code: 'guest-session-needed', title: '…' }, 401) });
    expect(door.signedIn.value).toBe(true);
    await expect(door.own()).rejects.toMatchObject({ status: 401 });
    expect(door.signedIn.value).toBe(false);
    expect(session.getItem('wangge.guest')).toBeNull();
  });

  test('whoever is signed in needs no proof', async () => {
    const session = memory();
    session.setItem('wangge.guest', 't');
    const asked: string[] = [];
    const door = createDoor({ store: memory(), session, fetch: async (path) => {
      asked.push(String(path));
      return json({ id: '1', trackingNumber: 'N', receipt: 'r' });
    } });
    await door.report({}, true, () => {});
    expect(asked).toEqual(['/api/v1/public/reports']);
  });
});

describe('a report', () => {
  test('what is empty is left out of it', () => {
    expect(reportBody({ ...blankDraft('report'), id: '1', text: ' 井盖破损 ', address: ' ' })).toEqual({ id: '1', text: '井盖破损', nature: 'HELP' });
  });

  test('what was typed is there again under the same id, and a suggestion beside a report', () => {
    const storage = memory();
    const draft = { ...blankDraft('report'), text: '路灯不亮', location: [120.1, 30.2] as [number, number] };
    keep('report', draft, storage);
    keep('suggest', { ...blankDraft('suggest'), text: '多放几条长椅' }, storage);
    expect(kept('report', storage)).toEqual(draft);
    forget('report', storage);
    expect(kept('report', storage)).toBeNull();
    expect(kept('suggest', storage)).toMatchObject({ text: '多放几条长椅', nature: 'SUGGESTION' });
  });

  test('photos that did not arrive are named, and keep their ids for the next try', async () => {
    const sent: string[] = [];
    const door = { sendPhoto: async (id: string) => {
      sent.push(id);
      if (id === 'b' && sent.length < 3) throw new Error('no network');
    } } as unknown as ReturnType<typeof createDoor>;
    const photos = ['a', 'b'].map((id) => ({ id, picture: new Blob(), url: '' }));
    const receipt = { id: '1', trackingNumber: 'N', receipt: 'r' };
    const failed = await sendAll(door, receipt, photos, () => {});
    expect(failed.map((photo) => photo.id)).toEqual(['b']);
    expect(await sendAll(door, receipt, failed, () => {})).toEqual([]);
  });
});

test('addresses of messages lead to their rooms, and anything else to the first screen', () => {
  expect(addressOf('#/track/261123-0001')).toEqual({ room: 'track', id: '261123-0001' });
  expect(addressOf('#/rate/a%2Fb')).toEqual({ room: 'rate', id: 'a/b' });
  expect(addressOf('#stage')).toEqual({ room: 'home', id: '' });
  expect(addressOf('#/track/%E0')).toEqual({ room: 'track', id: '%E0' });
  expect(addressOf(linkTo('rate', 'a/b?c'))).toEqual({ room: 'rate', id: 'a/b?c' });
});

test('a rating says only what was said', () => {
  expect(ratingBody({ settled: true, grade: 'FAIR', tags: [], comment: ' ' })).toEqual({ settled: true, grade: 'FAIR', tags: [] });
});

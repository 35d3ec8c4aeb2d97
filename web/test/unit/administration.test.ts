import { expect, test } from 'vitest';
import type { Api } from '../../src/api/client';
import { Problem } from '../../src/api/problem';
import { openBook, type DraftNote } from '../../src/desk/administration/book';
import { differing, merge, same } from '../../src/desk/administration/documents';
import { GROUPS, kindOf } from '../../src/desk/administration/kinds';
import { lineOfField, lineOfThing, read, tidied, written } from '../../src/desk/administration/text/json';
import words from '../../src/desk/administration/words';

const items = (...all: [string, string][]) => ({ items: all.map(([id, name]) => ({ id, name })) });

test('changes of two people to different items are put together, in their order', () => {
  const base = items(['a', '1'], ['b', '2'], ['c', '3']);
  const mine = items(['a', '1'], ['b', 'mine'], ['new', '9'], ['c', '3']);
  const theirs = items(['b', '2'], ['c', 'theirs'], ['d', '4']);
  const merged = merge(base, mine, theirs);
  expect(merged.document).toEqual(items(['b', 'mine'], ['new', '9'], ['c', 'theirs'], ['d', '4']));
  expect(merged.both).toEqual([]);
});

test('where both changed the same item it is named, and mine stands', () => {
  const merged = merge(items(['a', '1']), items(['a', 'mine']), items(['a', 'theirs']));
  expect(merged).toEqual({ document: items(['a', 'mine']), both: ['a'] });
});

test('an order that only I changed is mine, also where they changed an item', () => {
  const merged = merge(items(['a', '1'], ['b', '2']), items(['b', '2'], ['a', '1']), items(['a', 'theirs'], ['b', '2']));
  expect(merged.document).toEqual(items(['b', '2'], ['a', 'theirs']));
});

test('fields beside the lists and lists without ids are taken as a whole', () => {
  const base = { zone: 'A', rows: [{ x: 1 }], years: [{ year: 2026, holidays: [] }] };
  const merged = merge(base, { ...base, zone: 'B' }, { ...base, rows: [{ x: 2 }], years: [{ year: 2026, holidays: ['2026-01-01'] }] });
  expect(merged).toEqual({ document: { zone: 'B', rows: [{ x: 2 }], years: [{ year: 2026, holidays: ['2026-01-01'] }] }, both: [] });
});

test('a list emptied by me stays empty', () => {
  expect(merge(items(['a', '1']), { items: [] }, items(['a', '1'])).document).toEqual({ items: [] });
});

test('the order of fields, versions and what is null make no difference', () => {
  expect(same({ a: 1, b: null, version: 4 }, { version: 0, a: 1 })).toBe(true);
  expect(differing(items(['a', '1'], ['b', '2']), items(['a', '1'], ['b', '3']))).toEqual(['b']);
});

test('a text that is no JSON is told with line and character', () => {
  expect(read('{\n  "rows": [\n    {"id": "a",}\n  ]\n}')).toMatchObject({ faults: [{ line: 3, column: 16, words: 'PropertyNameExpected' }] });
  expect(read('[]')).toMatchObject({ faults: [{ words: 'ObjectExpected' }] });
  expect(read('{"rows": []}')).toEqual({ document: { rows: [] } });
});

test('what was laid out reads as the same document', () => {
  const document = { rows: [{ id: 'x', names: ['一', '二'], limits: { check: { amount: 1, unit: 'WORKDAY' } }, long: 'y'.repeat(130) }], none: [] };
  expect(read(written(document))).toEqual({ document });
  expect(written(document)).toContain('"check": { "amount": 1, "unit": "WORKDAY" }');
  expect(read(tidied(JSON.stringify(document)))).toEqual({ document });
  expect(() => tidied('{"a": [1,')).not.toThrow();
});

test('the line of a field and of a thing that the services name is found', () => {
  const text = written({ rows: [{ id: 'first', title: 't'.repeat(120) }, { id: 'second', title: 'u'.repeat(120) }] });
  expect(text.split('\n')[lineOfField(text, 'rows.1.title')! - 1]).toContain('uuu');
  expect(lineOfField(text, 'rows.1.condition')).toBe(lineOfField(text, 'rows.1'));
  expect(text.split('\n')[lineOfThing(text, 'rule second')! - 1]).toContain('"second"');
  expect(lineOfThing(text, 'rule third')).toBeUndefined();
});

/** A service with one kind in memory, as strict about revisions as the real one. */
function service(inForce: object) {
  let draft: DraftNote | null = null;
  let revision = 0;
  const put = (content: object, by: string) => (draft = { kind: 'category', revision: ++revision, editedBy: by, editedAt: '2026-11-23T02:00:00Z', with: [], refused: [], content: content as Record<string, unknown> });
  const no = (status: number, code: string) => new Problem({ status, code, title: code });
  const api = {
    async get(path: string) {
      if (path.endsWith('/versions')) return { versions: [{ version: 1, activatedAt: '2026-11-01T00:00:00Z' }] };
      if (path.endsWith('/versions/1')) return { content: inForce };
      if (path.endsWith('/drafts')) return { drafts: draft ? [draft] : [] };
      if (!draft) throw no(404, 'no-draft');
      return draft;
    },
    async call(method: string, _path: string, { body, headers }: { body?: object; headers: Record<string, string> }) {
      const seen = headers['If-Match'];
      if (draft && !seen) throw no(428, 'if-match-missing');
      if (!draft && seen) throw no(404, 'no-draft');
      if (draft && seen !== `"${draft.revision}"`) throw no(412, 'stale-version');
      if (method === 'DELETE') draft = null;
      else put(body!, 'me');
      return { json: async () => draft };
    },
  };
  return { api: api as unknown as Api, put, throwAway: () => (draft = null), now: () => draft };
}

test('a draft begins from what is in force and is saved under the revision that was seen', async () => {
  const there = service(items(['a', '1']));
  const book = openBook(there.api, kindOf('category')!);
  await book.load();
  expect(book.dirty).toBe(false);
  book.document = items(['a', '2']);
  expect(book.dirty).toBe(true);
  expect(await book.save()).toBe(true);
  book.document = items(['a', '3']);
  expect(await book.save()).toBe(true);
  expect(there.now()?.content).toEqual(items(['a', '3']));
  expect(book.dirty).toBe(false);
});

test('when somebody else saved first nothing is written and what was typed is kept until a person chooses', async () => {
  const there = service(items(['a', '1'], ['b', '1']));
  const book = openBook(there.api, kindOf('category')!);
  await book.load();
  book.document = items(['a', 'mine'], ['b', '1']);
  there.put(items(['a', '1'], ['b', 'theirs']), 'other');
  expect(await book.save()).toBe(false);
  expect(there.now()?.editedBy).toBe('other');
  expect(book.document).toEqual(items(['a', 'mine'], ['b', '1']));
  expect(book.conflict).toMatchObject({ theirs: { editedBy: 'other' }, changed: ['b'], both: [] });
  book.settle('both');
  expect(book.document).toEqual(items(['a', 'mine'], ['b', 'theirs']));
  expect(there.now()?.editedBy).toBe('other');
  expect(await book.save()).toBe(true);
  expect(there.now()?.content).toEqual(items(['a', 'mine'], ['b', 'theirs']));
});

test('a draft that was thrown away meanwhile is told, and saved as a new one when the person says so', async () => {
  const there = service(items(['a', '1']));
  there.put(items(['a', '2']), 'me');
  const book = openBook(there.api, kindOf('category')!);
  await book.load();
  book.document = items(['a', '3']);
  there.throwAway();
  expect(await book.save()).toBe(false);
  expect(book.conflict?.theirs).toBeNull();
  book.settle('mine');
  expect(await book.save()).toBe(true);
  expect(there.now()?.content).toEqual(items(['a', '3']));
});

test('looking again at a kind with unsaved changes never writes over them', async () => {
  const there = service(items(['a', '1']));
  const book = openBook(there.api, kindOf('category')!);
  await book.load();
  book.document = items(['a', 'typed']);
  there.put(items(['a', 'theirs']), 'other');
  await book.load();
  expect(book.document).toEqual(items(['a', 'typed']));
  expect(book.conflict?.both).toEqual(['a']);
});

test('what only looks waits for its turn, and a second press of a button that changes something is nothing', async () => {
  const there = service(items(['a', '1']));
  const book = openBook(there.api, kindOf('category')!);
  const seen: string[] = [];
  const work = (what: string) => book.attempt(what, async () => void seen.push(what));
  await Promise.all([work('save'), work('compare'), work('save'), work('check')]);
  expect(seen).toEqual(['save', 'compare', 'check']);
  expect(book.busy).toBeNull();
});

test('every kind has its name and what it is for', () => {
  for (const group of GROUPS) {
    expect(words['zh-CN'].administration.groups).toHaveProperty(group.id);
    for (const kind of group.kinds) {
      expect(words['zh-CN'].administration.kinds).toHaveProperty(kind.code);
      expect(words['zh-CN'].administration.about).toHaveProperty(kind.code);
    }
  }
});

import { expect, test } from 'vitest';
import { usePages, type Page } from '../../src/api/pages';

/** Answers when it is told to. */
function slow() {
  const waiting: { cursor: string | undefined; answer: (page: Page<string>) => void; refuse: (why: unknown) => void }[] = [];
  const ask = (cursor?: string) => new Promise<Page<string>>((answer, refuse) => waiting.push({ cursor, answer, refuse }));
  return { ask, waiting };
}

test('a page behind a cursor is put behind what is there, and the last one has none', async () => {
  const { ask, waiting } = slow();
  const list = usePages(ask);
  const first = list.load();
  waiting[0]!.answer({ items: ['a', 'b'], nextCursor: 'b' });
  await first;
  const second = list.more();
  expect(waiting[1]!.cursor).toBe('b');
  waiting[1]!.answer({ items: ['c'] });
  await second;
  expect(list.items.value).toEqual(['a', 'b', 'c']);
  expect(list.next.value).toBeNull();
  expect(list.busy.value).toBe(false);
});

test('a slow answer never stands over a later one, and its failure is nobody’s any more', async () => {
  const { ask, waiting } = slow();
  const list = usePages(ask);
  const all = [list.load(), list.load(), list.load()];
  waiting[2]!.answer({ items: ['newest'] });
  waiting[0]!.answer({ items: ['old'] });
  waiting[1]!.refuse(new Error('too late'));
  await Promise.all(all);
  expect(list.items.value).toEqual(['newest']);
  expect(list.problem.value).toBeNull();
  expect(list.busy.value).toBe(false);
});

test('what is there stays when the next page cannot be had, and the reason is told', async () => {
  const { ask, waiting } = slow();
  const list = usePages(ask);
  const first = list.load();
  waiting[0]!.answer({ items: ['a'], nextCursor: 'a' });
  await first;
  const second = list.more();
  waiting[1]!.refuse({ status: 0, title: '连不上服务' });
  await second;
  expect(list.items.value).toEqual(['a']);
  expect(list.problem.value?.title).toBe('连不上服务');
  expect(list.next.value).toBe('a');
});

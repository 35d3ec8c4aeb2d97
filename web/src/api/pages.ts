import { ref, shallowRef } from 'vue';
import type { Problem } from './problem';

export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * A list that the services tell page by page. What answers after something newer was asked is left out: a slow answer never
 * stands over a later one.
 *
 * @param ask one page: the first, or the one behind a cursor
 */
export function usePages<T>(ask: (cursor?: string) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([]);
  const next = ref<string | null>(null);
  const loaded = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let asked = 0;

  async function load(cursor?: string): Promise<void> {
    const mine = ++asked;
    busy.value = true;
    try {
      const page = await ask(cursor);
      if (mine !== asked) return;
      items.value = cursor ? [...items.value, ...page.items] : page.items;
      next.value = page.nextCursor ?? null;
      problem.value = null;
      loaded.value = true;
    } catch (said) {
      if (mine === asked) problem.value = said as Problem;
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  return { items, next, loaded, busy, problem, load, more: () => load(next.value ?? undefined) };
}

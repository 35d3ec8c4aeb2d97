import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import type { Problem } from '../../api/problem';
import { useSession } from '../../session/session';
import type { CaseView } from '../casefile/case';

export interface Counts { inbox: number; all: number; reported: number; overdue: number; byState: Record<string, number>; countedTo: number; more: string[] }

interface Page { items: CaseView[]; nextCursor?: string }

const PAGE = 50;
/** A refresh reads again what was read; of a longer list only its head, as the rest is far from the eye. */
const MOST_AT_ONCE = 100;

/**
 * The list on the desk. It outlives its room: whoever comes back finds the same rows at the same place, and sees at once
 * what changed meanwhile.
 */
export const useCaseList = defineStore('case-list', () => {
  const session = useSession();
  const { api } = session;
  const key = ref('');
  const cases = shallowRef<CaseView[]>([]);
  const next = ref<string | undefined>();
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(false);
  const loaded = ref(false);
  const counts = shallowRef<Counts | null>(null);
  const scroll = ref(0);
  const selected = ref(new Set<string>());
  let asked: AbortController | null = null;

  async function page(query: Record<string, string>, limit: number, cursor?: string, signal?: AbortSignal): Promise<Page> {
    const all = new URLSearchParams({ ...query, limit: String(limit), ...(cursor ? { cursor } : {}) });
    return api.get<Page>(`/api/v1/cases?${all}`, { signal });
  }

  /** Shows another list, or the same one again as it was. */
  async function show(query: Record<string, string>): Promise<void> {
    const wanted = JSON.stringify(query);
    const same = wanted === key.value;
    if (!same) clear(wanted);
    await refresh(query);
  }

  function clear(wanted: string): void {
    asked?.abort();
    key.value = wanted;
    cases.value = [];
    next.value = undefined;
    loaded.value = false;
    scroll.value = 0;
    selected.value = new Set();
  }

  // It outlives its room and not its reader: who signs in next at this desk never sees the cases of the one before.
  watch(() => session.me?.staffId, () => {
    clear('');
    counts.value = null;
    problem.value = null;
  }, { flush: 'sync' });

  async function refresh(query: Record<string, string>): Promise<void> {
    asked?.abort();
    const mine = (asked = new AbortController());
    busy.value = true;
    try {
      const head = await page(query, Math.min(MOST_AT_ONCE, Math.max(PAGE, cases.value.length)), undefined, mine.signal);
      if (mine !== asked) return;
      const tail = cases.value.length > MOST_AT_ONCE ? after(head.items) : [];
      cases.value = [...head.items, ...tail];
      if (tail.length === 0) next.value = head.nextCursor;
      problem.value = null;
      loaded.value = true;
    } catch (said) {
      if ((said as Error).name !== 'AbortError' && mine === asked) problem.value = said as Problem;
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  function after(head: CaseView[]): CaseView[] {
    const known = new Set(head.map((one) => one.id));
    return cases.value.slice(MOST_AT_ONCE).filter((one) => !known.has(one.id));
  }

  async function more(query: Record<string, string>): Promise<void> {
    if (!next.value || busy.value) return;
    busy.value = true;
    try {
      const found = await page(query, PAGE, next.value);
      const known = new Set(cases.value.map((one) => one.id));
      cases.value = [...cases.value, ...found.items.filter((one) => !known.has(one.id))];
      next.value = found.nextCursor;
    } catch (said) {
      problem.value = said as Problem;
    } finally {
      busy.value = false;
    }
  }

  async function count(): Promise<void> {
    counts.value = await api.get<Counts>('/api/v1/cases/counts').catch(() => counts.value);
  }

  /** What a command answered takes the row's place until the list is read again. */
  function put(theCase: CaseView): void {
    cases.value = cases.value.map((one) => (one.id === theCase.id ? theCase : one));
  }

  return { key, cases, next, problem, busy, loaded, counts, scroll, selected, show, refresh, more, count, put };
});

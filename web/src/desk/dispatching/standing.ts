import { computed, ref, shallowRef } from 'vue';
import type { Api } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { CaseView } from '../casefile/case';
import { inOrder, withoutDone } from './queue';

const EVERY_MILLIS = 20_000;
const MOST = 100;

interface List { items: CaseView[]; nextCursor?: string }

/** The queue of what waits for a dispatcher, kept new while the page is looked at. */
export function useQueue(api: Api) {
  const fetched = shallowRef<CaseView[]>([]);
  const supervised = shallowRef<CaseView[]>([]);
  /** There are more than are shown. */
  const more = ref({ queue: false, supervised: false });
  const problem = shallowRef<Problem | null>(null);
  const loaded = ref(false);
  const done = shallowRef(new Map<string, number>());
  const queue = computed(() => inOrder(withoutDone(fetched.value, done.value)));
  let timer: ReturnType<typeof setInterval> | undefined;

  async function load() {
    try {
      const { items, nextCursor } = await api.get<List>(`/api/v1/cases?tab=inbox&state=PENDING_DISPATCH&limit=${MOST}`);
      fetched.value = items;
      // What the server has taken note of needs no remembering.
      done.value = new Map([...done.value].filter(([id]) => items.some((one) => one.id === id)));
      more.value = { ...more.value, queue: nextCursor !== undefined };
      problem.value = null;
      loaded.value = true;
    } catch (said) {
      problem.value = said as Problem;
    }
    // What is supervised is a help beside the queue: without it the queue stands all the same.
    const page = await api.get<List>(`/api/v1/cases?tab=supervised&limit=${MOST}`).catch(() => null);
    if (page) {
      supervised.value = page.items;
      more.value = { ...more.value, supervised: page.nextCursor !== undefined };
    }
  }
  const look = () => {
    if (document.visibilityState === 'visible') void load();
  };

  return {
    queue,
    supervised,
    more,
    problem,
    loaded,
    load,
    wasDone(one: CaseView) {
      done.value = new Map(done.value).set(one.id, one.version);
    },
    start() {
      void load();
      timer = setInterval(look, EVERY_MILLIS);
      document.addEventListener('visibilitychange', look);
    },
    stop() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}

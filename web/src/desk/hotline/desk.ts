import { computed, reactive, ref, shallowRef } from 'vue';
import type { Api } from '../../api/client';
import { listen } from '../../api/live';
import type { Problem } from '../../api/problem';
import { blankDraft, type Draft } from '../entry/draft';
import { beginsToRing, inOrder, type Call } from './call';

/** The agent's calls, kept new by the stream. */
export function useCalls(api: Api, onRing: (call: Call, justNow: boolean) => void) {
  const known = shallowRef(new Map<string, Call>());
  const problem = shallowRef<Problem | null>(null);
  const loaded = ref(false);
  const connected = ref(true);
  let stop = () => {};

  async function load() {
    try {
      const { items } = await api.get<{ items: Call[] }>('/api/v1/calls');
      // One that began to ring while the way to the service was broken pops up too.
      const rang = items.filter((call) => beginsToRing(call, known.value.get(call.id)));
      const atFirst = !loaded.value;
      known.value = new Map(items.map((call) => [call.id, call]));
      problem.value = null;
      loaded.value = true;
      for (const call of rang) onRing(call, !atFirst);
    } catch (said) {
      problem.value = said as Problem;
    }
  }

  function take(call: Call) {
    const rings = beginsToRing(call, known.value.get(call.id));
    known.value = new Map(known.value).set(call.id, call);
    if (rings) onRing(call, true);
  }

  return {
    calls: computed(() => inOrder(known.value.values())),
    problem,
    loaded,
    connected,
    load,
    take,
    start() {
      void load();
      stop = listen(api, '/api/v1/calls/stream', {
        onEvent: (event) => {
          if (event.type === 'call') take(JSON.parse(event.data) as Call);
        },
        onOpen: () => void load(),
        onConnection: (open) => { connected.value = open; },
      });
    },
    stop: () => stop(),
  };
}

const drafts = new Map<string, Draft>();

/** What is being written for a call, or for a number: it stays while the agent looks at another one. @param agent whose page it is */
export function draftFor(agent: string, source: string): Draft {
  const key = `${agent} ${source}`;
  let draft = drafts.get(key);
  if (!draft) {
    draft = reactive({ ...blankDraft(), nature: 'HELP' });
    drafts.set(key, draft);
  }
  return draft;
}

/** The next matter of the same call: all anew, also the id. */
export function startAnew(draft: Draft): void {
  Object.assign(draft, { ...blankDraft(), nature: 'HELP' });
}

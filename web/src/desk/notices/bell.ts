import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { listen } from '../../api/live';
import { useSession } from '../../session/session';
import type { Count, Notice } from './notice';

/** How many notices are unread, kept up by the stream while somebody is signed in. */
export const useBell = defineStore('bell', () => {
  const { api } = useSession();
  const count = ref<Count>({ unread: 0, more: false });
  /** The one that came last, for whoever shows the list. */
  const latest = shallowRef<Notice | null>(null);
  let stop = () => {};

  async function refresh(): Promise<void> {
    count.value = await api.get<Count>('/api/v1/notices/count').catch(() => count.value);
  }

  return {
    count,
    latest,
    refresh,
    /** What the service said after something was read. */
    show(said: Count) {
      count.value = said;
    },
    start() {
      stop();
      stop = listen(api, '/api/v1/notices/stream', {
        onOpen: () => void refresh(),
        onEvent: (event) => {
          if (event.type !== 'notice') return;
          latest.value = JSON.parse(event.data) as Notice;
          void refresh();
        },
      });
    },
    stop() {
      stop();
      count.value = { unread: 0, more: false };
      latest.value = null;
    },
  };
});

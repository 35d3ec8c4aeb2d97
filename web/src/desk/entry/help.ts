import { onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { Api } from '../../api/client';
import type { Suggestion } from '../dispatching/proposal';
import { LEAST_CHARACTERS, similarQuestion, type Draft } from './draft';

/** A report that is there already and may be of the same matter. */
export interface Similar {
  reportId: string;
  trackingNumber: string;
  category?: string;
  text: string;
  metres?: number;
  minutesApart: number;
}

/** While somebody types nothing is asked; a moment later it is. */
const PAUSE = 600;
const MOST = 3;

/**
 * What was reported here already, and what category a text seems to be of: asked while a report is written, a help and never in
 * the way. What cannot be had is not shown.
 *
 * @param draft reactive
 */
export function useHelp(api: Api, draft: Draft) {
  const similar = shallowRef<Similar[]>([]);
  const suggestions = shallowRef<Suggestion[]>([]);
  /** For which the report is urgent, whatever is chosen. */
  const urgentWord = ref('');
  let timer: ReturnType<typeof setTimeout>;
  let asked = '';

  async function look() {
    const body = similarQuestion(draft);
    const text = draft.text.trim();
    const key = JSON.stringify([body, text]);
    if (key === asked) return;
    asked = key;
    const [near, said] = await Promise.all([
      body ? api.post<{ items: Similar[] }>('/api/v1/reports/similar', body).catch(() => null) : null,
      text.length >= LEAST_CHARACTERS ? api.post<{ items: Suggestion[]; urgentWord?: string }>('/api/v1/categories/suggestions', { text }).catch(() => null) : null,
    ]);
    // Somebody went on writing meanwhile.
    if (key !== asked) return;
    similar.value = near?.items ?? [];
    suggestions.value = (said?.items ?? []).slice(0, MOST);
    urgentWord.value = said?.urgentWord ?? '';
  }

  watch(() => [draft.id, draft.text, draft.category, draft.gridCode, draft.location], () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  }, { immediate: true });
  onBeforeUnmount(() => clearTimeout(timer));

  return {
    similar,
    suggestions,
    urgentWord,
    /** 不是同一件: this pair is not proposed again. */
    async dismiss(item: Similar): Promise<void> {
      similar.value = similar.value.filter((one) => one.reportId !== item.reportId);
      await api.post(`/api/v1/reports/${encodeURIComponent(item.reportId)}/dismissals`, { reportId: draft.id }).catch(() => null);
    },
  };
}

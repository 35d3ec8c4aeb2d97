import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { isFull } from './store';

/**
 * What a page stores on the phone: whether it is at it, and why nothing was stored.
 *
 * @param fullWord what to say when the phone is full, where it is something else than a report that stays unstored
 */
export function useStoring(fullWord = 'field.report.full') {
  const { t } = useI18n();
  const busy = ref(false);
  const wrong = ref('');

  async function storing(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    wrong.value = '';
    try {
      await work();
    } catch (failure) {
      wrong.value = isFull(failure) ? t(fullWord) : t('field.report.failed', { why: String(failure) });
    } finally {
      busy.value = false;
    }
  }

  return { busy, wrong, storing };
}

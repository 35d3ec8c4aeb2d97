import { onBeforeUnmount, watch } from 'vue';
import { useField } from '../field';

/**
 * What is said at a task stays when the page is left half way, for a new sign-in or with an empty battery, until it is sent.
 *
 * @param name of the task, unique on this phone
 * @param said what there is to keep now; null while nothing was said
 */
export function useKeptForm<T>(name: string, said: () => T | null, take: (before: T) => void) {
  const field = useField();
  const note = `form-${name}`;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function keep() {
    clearTimeout(waiting);
    waiting = undefined;
    const now = said();
    // A full phone says so when it is sent.
    void (now === null ? field.kept()?.removeNote(note) : field.kept()?.putNote(note, now))?.catch(() => {});
  }
  watch(said, () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 250);
  }, { deep: true });
  onBeforeUnmount(() => waiting !== undefined && keep());

  return {
    async restore(): Promise<void> {
      const before = await field.kept()?.note<T>(note).catch(() => null);
      if (before) take(before);
    },
    async forget(): Promise<void> {
      clearTimeout(waiting);
      waiting = undefined;
      await field.kept()?.removeNote(note);
    },
  };
}

import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '../../session/session';
import { when } from '../../words/when';
import { useDirectory } from '../directory';
import type { CaseView, Entry } from './case';
import { changes, since, type Change } from './conflict';
import { actorOf } from './entries';

/** Somebody was faster: what that changed, as people say it, and who did what. */
export function useMeanwhile() {
  const { t, locale } = useI18n();
  const { api } = useSession();
  const directory = useDirectory();
  const english = computed(() => locale.value === 'en');

  function value(word: string, said: string): string {
    if (word === 'supervision') return t(`casefile.supervision.${said === '—' ? 'NONE' : said}`);
    if (word === 'due') return when(said, locale.value) || said;
    const level = word === 'level' && directory.levels.find((one) => one.code === said);
    return level ? (english.value ? level.nameEn : level.nameZh) : said;
  }

  function changed(change: Change): string {
    return t('casefile.conflict.moved', { what: t(`casefile.facts.${change.word}`), from: value(change.word, change.from), to: value(change.word, change.to) });
  }

  function who(entry: Entry): string {
    return t('casefile.conflict.who', { who: actorOf(entry, t, english.value), what: (english.value ? entry.typeEn : entry.typeZh) ?? entry.type });
  }

  /** All of it in one sentence. @param before the case as the person saw it @param after as it is now */
  async function meanwhile(before: CaseView, after: CaseView): Promise<string> {
    const line = await api.get<{ entries?: Entry[] }>(`/api/v1/ledger/cases/${encodeURIComponent(after.id)}?atLeastSeq=${after.version}&waitMs=2000`).catch(() => null);
    const told = [...since(line?.entries ?? [], before.id, before.version).map(who), ...changes(before, after, english.value).map(changed)];
    return told.join(english.value ? '; ' : '；') || t('casefile.conflict.small');
  }

  return { changed, who, meanwhile };
}

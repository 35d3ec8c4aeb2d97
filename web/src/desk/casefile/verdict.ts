import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Problem } from '../../api/problem';
import { useSession } from '../../session/session';
import { when } from '../../words/when';

/** What `GET /api/v1/ledger/verify?caseId=` found; `words` say what is wrong with the first broken entry. */
interface Verdict { ok: boolean; entries: number; sealedUntil?: string; firstBroken?: { words?: { zh?: string; en?: string } } }

const CHECKERS = ['AUDITOR', 'ADMIN', 'INSPECTOR', 'LEADER'];

/** 验证这条链: of one case, for whoever may ask, and what came of it as a sentence. */
export function useVerdict(caseId: () => string) {
  const { t, locale } = useI18n();
  const session = useSession();
  const verdict = shallowRef<Verdict | null>(null);
  const unverified = shallowRef<Problem | null>(null);
  const verifying = ref(false);
  const mayVerify = computed(() => session.me?.roleCodes.some((role) => CHECKERS.includes(role)));

  async function verify() {
    verifying.value = true;
    unverified.value = null;
    try {
      verdict.value = await session.api.get<Verdict>(`/api/v1/ledger/verify?caseId=${encodeURIComponent(caseId())}`);
    } catch (said) {
      unverified.value = said as Problem;
    } finally {
      verifying.value = false;
    }
  }

  const sentence = computed(() => {
    if (!verdict.value) return '';
    const { ok, entries: n, sealedUntil, firstBroken } = verdict.value;
    if (!ok) return (locale.value === 'en' ? firstBroken?.words?.en : firstBroken?.words?.zh) ?? t('casefile.verdict.broken');
    return sealedUntil ? t('casefile.verdict.whole', { n, until: when(sealedUntil, locale.value) }) : t('casefile.verdict.wholeNow', { n });
  });

  return { mayVerify, verifying, verify, verdict, unverified, sentence };
}

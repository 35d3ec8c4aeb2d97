import { defineStore } from 'pinia';
import { markRaw, ref, shallowRef } from 'vue';
import { createApi, type Api } from '../api/client';
import { chosenLanguage } from '../words/language';

export interface UnitName {
  id: string;
  code?: string;
  nameZh: string;
  nameEn?: string;
  level?: string;
}

/** Who is signed in, as GET /api/v1/me says it, with the role codes in one list. */
export interface Me {
  staffId: string;
  username: string;
  name: string;
  roles: { role: string; nameZh: string; nameEn?: string; units: UnitName[] }[];
  roleCodes: string[];
}

/** Whether this browser had a session: without, nobody asks the server to renew one. */
const SIGNED_IN = 'wangge.signed-in';

export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null);
  /** The session ended by itself: what was on the page stays, and one signs in again. */
  const ended = ref(false);
  const api: Api = markRaw(createApi({ language: chosenLanguage, onSignedOut: () => leave(true) }));

  function leave(byItself: boolean) {
    if (!byItself) me.value = null;
    ended.value = byItself;
    localStorage.removeItem(SIGNED_IN);
  }

  async function enter(): Promise<void> {
    const said = await api.get<Omit<Me, 'roleCodes'>>('/api/v1/me');
    me.value = { ...said, roleCodes: said.roles.map((role) => role.role) };
    ended.value = false;
    localStorage.setItem(SIGNED_IN, 'yes');
  }

  /** Goes on with the session of before, if there is one. Answers whether somebody is signed in. */
  async function resume(): Promise<boolean> {
    if (!localStorage.getItem(SIGNED_IN) || !(await api.renew())) return false;
    return enter().then(() => true, () => false);
  }

  // One browser, one session: who signs out in a tab beside this one is signed out here, and whoever signs in there goes on here.
  function elsewhere(event: StorageEvent) {
    if (event.key !== SIGNED_IN || !me.value) return;
    if (event.newValue === null) {
      api.forget();
      ended.value = true;
    } else if (ended.value) void resume();
  }
  if (typeof window !== 'undefined') window.addEventListener('storage', elsewhere);

  return {
    me,
    ended,
    api,
    enter,
    resume,
    /** @param newPassword takes the place of the present one; whoever is signed in elsewhere is out */
    async signIn(username: string, password: string, newPassword?: string): Promise<void> {
      await api.signIn(username, password, newPassword);
      await enter();
    },
    async signOut(): Promise<void> {
      try {
        await api.signOut();
      } finally {
        leave(false);
      }
    },
  };
});

import { defineStore } from 'pinia';
import { markRaw } from 'vue';
import { bell, type Bell } from '../earlier/bell.js';
import { reference } from '../earlier/reference.js';
import { useSession } from '../session/session';

/** What the rooms of src/earlier share while somebody is signed in: reference data and the bell. */
export const useEarlier = defineStore('earlier', () => {
  const session = useSession();
  const facts = markRaw(reference(session.api));
  let ringing: Bell | null = null;
  return {
    facts,
    bell(): Bell {
      ringing ??= bell(session.api);
      return ringing;
    },
    forget() {
      ringing?.stop();
      ringing = null;
      facts.forget();
    },
  };
});

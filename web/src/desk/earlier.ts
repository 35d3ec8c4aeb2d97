import { defineStore } from 'pinia';
import { markRaw } from 'vue';
import { reference } from '../earlier/reference.js';
import { useSession } from '../session/session';

/** What the rooms of src/earlier share while somebody is signed in: reference data. */
export const useEarlier = defineStore('earlier', () => {
  const session = useSession();
  const facts = markRaw(reference(session.api));
  return { facts, forget: () => facts.forget() };
});

import type { InjectionKey, ShallowRef } from 'vue';
import type { DraftNote } from './book';

/** What the room knows of all drafts, for the page of one kind. */
export interface Drafts {
  drafts: ShallowRef<DraftNote[]>;
  reload: () => Promise<void>;
  unsaved: (kind: string, yes: boolean) => void;
}

export const DRAFTS: InjectionKey<Drafts> = Symbol('drafts');

import { defineAsyncComponent, type Component } from 'vue';

/** Pages of the room that are no kind of reference data; named in the words under `administration.kinds.ID`. */
export interface Page { id: string; screen: Component }

export const PAGES: Page[] = [
  { id: 'score-formulae', screen: defineAsyncComponent(() => import('./formulae/Formulae.vue')) },
  { id: 'articles', screen: defineAsyncComponent(() => import('./articles/ArticleBook.vue')) },
  { id: 'dead-letters', screen: defineAsyncComponent(() => import('./deadletters/DeadLetters.vue')) },
];

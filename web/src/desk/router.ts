import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router';
import Home from './Home.vue';
import Rate from './Rate.vue';
import { ROOMS } from './rooms';

/**
 * Addresses as notices and messages carry them: `#/inbox/ID`, `#/rate/TOKEN`. A screen keeps its filter in the query, so that
 * Back brings it again.
 */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...ROOMS.map((room) => ({
      path: `/${room.id}/:id?`,
      name: room.id,
      component: room.screen,
      // Without one there is none: an empty one would stand on the element of a room that has no use for it, as its id.
      props: (to: RouteLocationNormalized) => (to.params.id ? { id: to.params.id } : {}),
      meta: { room: room.id },
    })),
    // Opened from a message, by somebody without an account.
    { path: '/rate/:token', name: 'rate', component: Rate, props: true, meta: { open: true } },
    { path: '/:rest(.*)*', name: 'home', component: Home },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? undefined,
});

import { onBeforeUnmount } from 'vue';
import { onBeforeRouteLeave, useRouter } from 'vue-router';

/** Whether somebody is on the way to another room: while its screen is loaded this one still stands, and must not call them back. */
export function useLeaving(): () => boolean {
  let leaving = false;
  onBeforeRouteLeave(() => { leaving = true; });
  onBeforeUnmount(useRouter().afterEach(() => { leaving = false; }));
  return () => leaving;
}

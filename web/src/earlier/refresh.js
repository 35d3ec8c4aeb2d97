const EVERY_MILLIS = 20_000;

/** Repeats `load` while the page is looked at, and when it is looked at again. */
export function everyNowAndThen(load) {
  const look = () => document.visibilityState === 'visible' && load();
  const timer = setInterval(look, EVERY_MILLIS);
  document.addEventListener('visibilitychange', look);
  return {
    stop() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}

/** As the services say it themselves (service-kit's problems). */
const AWAY = {
  'zh-CN': { status: 503, code: 'service-unavailable', title: '服务暂时不可用', detail: '负责的服务暂时没有回应。', remedy: '请用同一编号稍后再试，不会重复办理。' },
  en: { status: 503, code: 'service-unavailable', title: 'Service unavailable', detail: 'The service in charge does not answer for the moment.', remedy: 'Repeat it later with the same id; it will not be done twice.' },
};
/** Who one is stays known: it is the room's own service that is away. */
const isAsked = (url) => /^\/(api\/v1|map)\//.test(url.pathname) && !/\/(sessions|sessions\/refresh|me)$/.test(url.pathname);

/** Puts the services of one page into a bad moment. */
export async function inState(page, state, language) {
  if (state === 'loading') await page.route(isAsked, () => {});
  else if (state === 'error') await page.route(isAsked, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: AWAY[language] }));
  else if (state === 'offline') await page.route('**/api/**', (route) => route.abort());
  else throw new Error(`No such state: ${state}`);
}

// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { speak } from '../../src/words/language';
import Forbidden from '../../src/desk/Forbidden.vue';
import { useCaseList } from '../../src/desk/inbox/list';
import { useSession } from '../../src/session/session';

const ME = { staffId: 'staff-1', username: 'handler-1', name: '罗建平', roles: [{ role: 'HANDLER', nameZh: '部门经办人', units: [] }] };
let asked: string[];
let who = 'staff-1';

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  asked = [];
  who = 'staff-1';
  vi.stubGlobal('fetch', async (path: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
    asked.push(`${method} ${path} ${headers.Authorization ?? ''}`.trim());
    if (path === '/api/v1/me') return Response.json({ ...ME, staffId: who });
    if (path.startsWith('/api/v1/cases?')) return Response.json({ items: [{ id: `case of ${who}` }] });
    return Response.json({ accessToken: `t${asked.length}` });
  });
});
afterEach(() => vi.unstubAllGlobals());

const inAnotherTab = (newValue: string | null) => {
  if (newValue === null) localStorage.removeItem('wangge.signed-in');
  else localStorage.setItem('wangge.signed-in', newValue);
  window.dispatchEvent(new StorageEvent('storage', { key: 'wangge.signed-in', newValue }));
};

test('who signs out in another tab is signed out here, and what is on the page waits for who signs in', async () => {
  const session = useSession();
  await session.signIn('handler-1', 'secret');
  inAnotherTab(null);
  expect(session.ended).toBe(true);
  expect(session.me?.staffId, 'the page stays behind the form').toBe('staff-1');
  expect(session.api.signedIn, 'the token in hand is not used any more').toBe(false);
  inAnotherTab('yes');
  await vi.waitFor(() => expect(session.ended).toBe(false));
  expect(asked).toContain('POST /api/v1/sessions/refresh');
});

test('who signs in next at the same desk never sees the list of the one before', async () => {
  const session = useSession();
  await session.signIn('handler-1', 'secret');
  const list = useCaseList();
  await list.show({ tab: 'inbox' });
  list.selected = new Set(['case of staff-1']);
  expect(list.cases.map(({ id }) => id)).toEqual(['case of staff-1']);
  await session.signOut();
  expect(list.cases).toEqual([]);
  expect(list.selected.size).toBe(0);
  who = 'staff-2';
  await session.signIn('handler-2', 'secret');
  const shown = list.show({ tab: 'inbox' });
  expect(list.cases).toEqual([]);
  await shown;
  expect(list.cases.map(({ id }) => id)).toEqual(['case of staff-2']);
});

test('a tab in which nobody works does not care who comes and goes in others', () => {
  const session = useSession();
  inAnotherTab('yes');
  inAnotherTab(null);
  expect(session.ended).toBe(false);
  expect(asked).toEqual([]);
});

test('a room of other roles is said in words, with the way to one’s own work', async () => {
  const pinia = createPinia();
  setActivePinia(pinia);
  await useSession().signIn('handler-1', 'secret');
  const empty = { template: '<div />' };
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: empty }, { path: '/inbox', name: 'inbox', component: empty }] });
  const page = mount(Forbidden, { props: { room: 'administration' }, global: { plugins: [pinia, router, speak({})] } });
  expect(page.text()).toContain('“管理”不归您的角色');
  expect(page.text()).toContain('handler-1');
  await page.get('button').trigger('click');
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('inbox'));
});

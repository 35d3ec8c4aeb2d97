// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { defineComponent } from 'vue';
import type { CaseView, Entry } from '../../src/desk/casefile/case';
import caseWords from '../../src/desk/casefile/words';
import { useDirectory } from '../../src/desk/directory';
import { useMeanwhile } from '../../src/desk/casefile/meanwhile';
import { speak } from '../../src/words/language';

const LINE: Entry[] = [
  { id: 'case/c/3', seq: 3, type: 'io.wangge.case.commented.v1', time: '2026-11-23T10:00:00+08:00', by: { name: '谢大勇' } },
  { id: 'case/c/4', seq: 4, type: 'io.wangge.case.supervised.v1', typeZh: '督办', typeEn: 'Supervised', time: '2026-11-23T10:05:00+08:00', by: { name: '唐国栋' }, unit: { id: 'd', nameZh: '云山区', nameEn: 'Yunshan' } },
];
const theCase = (version: number, level: string, supervision: string) => ({
  id: 'c', version, level, state: 'IN_PROGRESS', stateZh: '处置中', stateEn: 'In progress', proceedings: { supervision: { level: supervision } },
}) as unknown as CaseView;

function inPlace() {
  let found!: ReturnType<typeof useMeanwhile>;
  mount(defineComponent({ setup() { found = useMeanwhile(); return () => null; } }), { global: { plugins: [speak({ caseWords })] } });
  return found;
}

let answer: () => Response;

beforeEach(() => {
  vi.stubGlobal('fetch', async () => answer());
  localStorage.clear();
  setActivePinia(createPinia());
  useDirectory().levels = [{ code: 'COMMUNITY', nameZh: '社区', nameEn: 'Community' }, { code: 'STREET', nameZh: '街道', nameEn: 'Street' }];
});

test('who did what since, and what is different, stand in one sentence without a code', async () => {
  answer = () => Response.json({ entries: LINE });
  const said = await inPlace().meanwhile(theCase(3, 'COMMUNITY', 'NONE'), theCase(4, 'STREET', 'YELLOW'));
  expect(said).toBe('云山区 唐国栋：督办；层级：社区 → 街道；督办：无 → 黄牌');
});

test('where the ledger cannot be asked, what is different is told all the same', async () => {
  answer = () => { throw new TypeError('no network'); };
  expect(await inPlace().meanwhile(theCase(3, 'STREET', 'NONE'), theCase(4, 'STREET', 'RED'))).toBe('督办：无 → 红牌');
  expect(await inPlace().meanwhile(theCase(3, 'STREET', 'NONE'), theCase(4, 'STREET', 'NONE'))).toBe('有新的记录，主要内容没变。');
});

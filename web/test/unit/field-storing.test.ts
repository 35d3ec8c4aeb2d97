// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent } from 'vue';
import { useStoring } from '../../src/field/queue/storing';
import fieldWords from '../../src/field/words';
import { speak } from '../../src/words/language';

const FULL = new DOMException('', 'QuotaExceededError');

function onAPage(...fullWord: Parameters<typeof useStoring>) {
  let found!: ReturnType<typeof useStoring>;
  mount(defineComponent({ setup() { found = useStoring(...fullWord); return () => null; } }), { global: { plugins: [speak({ fieldWords })] } });
  return found;
}

test('it is busy as long as the phone stores, and says nothing where that went well', async () => {
  const { busy, wrong, storing } = onAPage();
  let done!: () => void;
  const stored = storing(() => new Promise((resolve) => (done = resolve)));
  expect(busy.value).toBe(true);
  done();
  await stored;
  expect(busy.value).toBe(false);
  expect(wrong.value).toBe('');
});

test('a full phone is told in the words of the page, any other failure with its reason', async () => {
  const pin = onAPage('field.pin.full');
  await pin.storing(() => Promise.reject(FULL));
  expect(pin.wrong.value).toMatch(/^手机存储已满，PIN 没有设成/);
  expect(pin.busy.value).toBe(false);
  const report = onAPage();
  await report.storing(() => Promise.reject(FULL));
  expect(report.wrong.value).toMatch(/^手机存储已满，还没有存下/);
  await report.storing(() => Promise.reject(new Error('the disk is broken')));
  expect(report.wrong.value).toBe('没有存下：Error: the disk is broken');
  expect(report.busy.value).toBe(false);
});

test('the next try takes back what the one before said, and keeps what the work itself says', async () => {
  const { wrong, storing } = onAPage();
  await storing(() => Promise.reject(FULL));
  await storing(async () => expect(wrong.value).toBe(''));
  expect(wrong.value).toBe('');
  await storing(async () => { wrong.value = '这张照片读不出来'; });
  expect(wrong.value).toBe('这张照片读不出来');
});

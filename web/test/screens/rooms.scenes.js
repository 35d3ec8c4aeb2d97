import { DESK, PHONE, office } from '../browser/people.js';

const CALLER = '13800004321';
const HERE = [120.1081, 30.2331];

/** The hotline, notices, the staff's report, superior orders, the ledger, bulletins and figures. */
export default async function scenes({ grid, shot }) {
  const desk = office(grid);
  const ring = (callId, type, number = CALLER) => fetch(`${grid.address}/api/v1/calls/events`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Hotline-Key': 'demo-telephone-key' },
    body: JSON.stringify({ callId, type, line: '8800', number, agent: 'staff-hotline-agent-1' }),
  });
  const lamp = '江滨苑东门路灯不亮，晚上看不见路';
  const told = await desk.report('grid-worker-1', lamp, '0602', HERE, { resident: { name: '周玉兰', phone: CALLER } });
  for (let n = 0; n < 3; n++) {
    const id = await desk.report('grid-worker-1', `江滨苑门口堆放渣土，第 ${n + 1} 处`, '0103', [HERE[0] + n / 5_000, HERE[1]]);
    await desk.call('handler-4', 'GET', `/api/v1/cases/${id}?atLeastSeq=2&waitMs=10000`);
    await desk.command('inspector-1', id, 'supervise', { supervision: 'NORMAL', reason: '请尽快清运' });
  }
  const call = `screen-${Date.now()}`;
  await ring(call, 'ANSWER');
  await desk.call('dispatcher-1', 'POST', '/api/v1/orders', { issuer: 'city-12345', number: `GD${Date.now()}`, text: '市民反映望江路夜间施工噪音扰民，请核实处理并答复', gridCode: '990100001001001' });
  const bulletin = await desk.call('leader-1', 'POST', '/api/v1/bulletins', { id: crypto.randomUUID(), kind: 'daily', unitId: '990100', period: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()) });

  const typing = async (page) => {
    await page.locator('#matter').fill(lamp);
    await page.keyboard.press('F8');
    await page.keyboard.type('江滨苑');
    await page.getByRole('option').filter({ hasText: '江滨苑' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.already li').first().waitFor();
  };
  await shot('desk-hotline', { user: 'hotline-agent-1', device: DESK, hash: `#/hotline/${call}`, ready: '#matter', act: typing });
  await shot('desk-hotline-en', { user: 'hotline-agent-1', device: DESK, language: 'en', hash: `#/hotline/${call}`, ready: '#matter', act: typing });
  await shot('desk-hotline-waiting', { user: 'hotline-agent-1', device: DESK, hash: '#/hotline', ready: '.waits' });
  await shot('desk-notices', { user: 'handler-4', device: DESK, hash: '#/notices', ready: '.group', act: (page) => page.locator('.group .opener').first().click() });
  await shot('desk-notices-phone', { user: 'handler-4', device: PHONE, hash: '#/notices', ready: '.group' });
  await shot('desk-report', { user: 'community-clerk-1', device: DESK, hash: '#/report', ready: '.ground' });
  await shot('desk-orders', { user: 'dispatcher-1', device: DESK, hash: '#/orders', ready: '.queue a', act: async (page) => {
    await page.locator('.queue a').first().click();
    await page.locator('.answer').waitFor();
  } });
  await shot('desk-ledger', { user: 'inspector-1', device: DESK, hash: `#/ledger/${told}`, ready: '.chain li' });
  await shot('desk-bulletin', { user: 'leader-1', device: DESK, hash: `#/bulletins/${bulletin.head.id}`, ready: '.bulletin table' });
  await shot('desk-figures', { user: 'leader-1', device: DESK, hash: '#/figures', ready: '.drawn canvas' });
  await shot('desk-figures-en', { user: 'leader-1', device: DESK, language: 'en', hash: '#/figures', ready: '.drawn canvas' });
  await ring(call, 'END');
}

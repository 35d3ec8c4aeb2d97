import { DESK, PHONE, office } from '../browser/people.js';

const CALLER = '13800004321';
const HERE = [120.1081, 30.2331];

export const title = '来电、上报、交办、台账、通报、统计、通知 · Calls, reports, orders, ledger, bulletins, figures, notices';

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
  await shot('desk-hotline', { what: '来电: number, matter and place while the caller speaks; what is there already', user: 'hotline-agent-1', device: DESK, hash: `#/hotline/${call}`, ready: '#matter', act: typing });
  await shot('desk-hotline-waiting', { what: 'nobody calls', user: 'hotline-agent-1', device: DESK, hash: '#/hotline', ready: '.waits' });
  await shot('desk-notices', { what: '通知: similar ones in one group', user: 'handler-4', device: DESK, hash: '#/notices', ready: '.group', act: (page) => page.locator('.group .opener').first().click() });
  await shot('desk-notices-phone', { what: '通知 on a phone', user: 'handler-4', device: PHONE, hash: '#/notices', ready: '.group' });
  await shot('desk-report', { what: '上报 at a desk', user: 'community-clerk-1', device: DESK, hash: '#/report', ready: '.ground' });
  await shot('desk-report-phone', { what: '上报 of the desk on a phone', user: 'community-clerk-1', device: PHONE, hash: '#/report', ready: '#stage form' });
  await shot('desk-orders', { what: '交办: superior orders with their own numbers and limits', user: 'dispatcher-1', device: DESK, hash: '#/orders', ready: '.queue a', act: async (page) => {
    await page.locator('.queue a').first().click();
    await page.locator('.answer').waitFor();
  } });
  await shot('desk-ledger', { what: '台账: the line of a case, each entry tied to the one before', user: 'inspector-1', device: DESK, hash: `#/ledger/${told}`, ready: '.chain li' });
  await shot('desk-ledger-phone', { what: '台账 on a phone', user: 'inspector-1', device: PHONE, hash: `#/ledger/${told}`, ready: '.chain li' });
  await shot('desk-ledger-error', { what: '台账, its service away', user: 'inspector-1', device: DESK, hash: `#/ledger/${told}`, ready: '#stage [role=alert]', state: 'error' });
  await shot('desk-bulletin', { what: '通报 of a day', user: 'leader-1', device: DESK, hash: `#/bulletins/${bulletin.head.id}`, ready: '.bulletin table' });
  await shot('desk-figures', { what: '统计: each number opens down to its cases', user: 'leader-1', device: DESK, hash: '#/figures', ready: '.drawn canvas' });
  await shot('desk-figures-phone', { what: '统计 on a phone', user: 'leader-1', device: PHONE, hash: '#/figures', ready: '#stage .num' });
  await shot('desk-figures-loading', { what: '统计, not answered yet', user: 'leader-1', device: DESK, hash: '#/figures', ready: '#stage', state: 'loading' });
  await shot('desk-figures-error', { what: '统计, its service away', user: 'leader-1', device: DESK, hash: '#/figures', ready: '#stage [role=alert]', state: 'error' });
  await ring(call, 'END');
}

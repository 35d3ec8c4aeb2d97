/** What the room of the screens says. */
export default {
  'zh-CN': {
    screens: {
      title: '大屏授权', help: '大屏只读一个单位的看板，不用账号。发一个授权码，15 分钟内在大屏 {address} 上输入；撤销后大屏随即停止显示。',
      name: '挂在哪里', unit: '显示哪个单位', give: '发授权码', code: '授权码，只显示这一次', until: '{until} 前有效',
      none: '还没有大屏', where: '位置', board: '单位', state: '状态', waits: '等待输入授权码', on: '已接入 {since}', off: '已撤销', over: '已过期', revoke: '撤销', sure: '确定撤销“{name}”？大屏随即停止显示。', yes: '确定撤销', no: '不撤销', preview: '用自己的账号看看',
    },
  },
  en: {
    screens: {
      title: 'Screens on walls', help: 'A screen reads one unit\'s board and has no account. Give out a code and type it at {address} on the screen within 15 minutes; once revoked, the screen shows nothing any more.',
      name: 'Where it hangs', unit: 'Whose board', give: 'Give out a code', code: 'The code, shown this once', until: 'good until {until}',
      none: 'No screens yet', where: 'Where', board: 'Unit', state: 'State', waits: 'waits for its code', on: 'signed in {since}', off: 'revoked', over: 'over', revoke: 'Revoke', sure: 'Revoke "{name}"? It shows nothing any more.', yes: 'Revoke it', no: 'Keep it', preview: 'See it with your own account',
    },
  },
};

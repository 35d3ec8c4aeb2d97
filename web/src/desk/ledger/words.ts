/** What the ledger says. */
export default {
  'zh-CN': {
    ledger: {
      title: '台账', cases: '案卷', find: '找案卷', findHint: '案号，或文字里的词', live: '实时', quiet: '还没有新动静。', away: '实时更新断了，正在重连。', none: '没有找到案卷', noCategory: '类别待定', more: '再看一些', back: '返回', choose: '选一件案卷看它的账。',
      chainOf: '台账', print: '打印', noEntries: '这件还没有入账。', hash: '摘要 {hash}',
    },
  },
  en: {
    ledger: {
      title: 'Ledger', cases: 'Cases', find: 'Find a case', findHint: 'Case number, or words of the text', live: 'Live', quiet: 'Nothing new yet.', away: 'Live updates stopped; reconnecting.', none: 'No case found', noCategory: 'No category', more: 'More', back: 'Back', choose: 'Choose a case to see its line.',
      chainOf: 'Ledger', print: 'Print', noEntries: 'No entries yet.', hash: 'Hash {hash}',
    },
  },
};

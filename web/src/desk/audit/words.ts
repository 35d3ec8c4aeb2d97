/** What the auditor's page says. */
export default {
  'zh-CN': {
    audit: {
      title: '审计', whole: '链完整，验证至 {until}', broken: '链有问题：{what}', checking: '正在验证，几秒到一分钟…', notYet: '还没有验证', again: '再验证一次', cancel: '不等了',
      counted: '{entries} 条记录 · {streams} 条链 · {seals} 个封印', unsealed: '{count} 条等待下一分钟封印', allSealed: '全部已封印', sealedUntil: '封印到 {until}', archived: '其中 {count} 条在归档文件里', checkedAt: '验证于 {at}',
      fault: { ALTERED: '被改动', MISSING: '缺失', ADDED: '被插入', REORDERED: '顺序被换', FORGED: '签名不符' }, first: '第一处：{entry}，{fault}',
      days: '逐日验证', day: '日期', checkDay: '验证这一天', dayWhole: '{day} 完整，{entries} 条', dayBroken: '{day} 有问题：{what}',
      gaps: '缺口', noGaps: '没有缺口：各条流都连续。', stream: '流', missing: '缺', waiting: '在等', since: '发现于', alarm: '超过时限', gapsHelp: '缺口是上游事件还没到；到了会自己补上。死信由系统管理员处理。',
      proof: '一件案卷的存证', caseNumber: '案号', find: '查找', proofOf: '{number} 的存证', download: '下载存证文件', checkCase: '验证这一件', openCase: '看它的台账', caseWhole: '{number} 的链完整，{entries} 条', caseBroken: '{number} 的链有问题：{what}', proofHelp: '文件里有全部记录和通往签名封印的路径，不用本系统也能验证：./grid verify-proof 文件。', noCase: '没有这个案号，或不在您的范围内。',
      keys: '封印公钥', keysHelp: '公钥对外公开，旧的也在；核对存证时用它。', keyId: '编号', keyOf: '算法', range: '{from} 至 {to}',
    },
  },
  en: {
    audit: {
      title: 'Audit', whole: 'The chain is whole, verified until {until}', broken: 'The chain is not whole: {what}', checking: 'Verifying, some seconds to a minute…', notYet: 'Not verified yet', again: 'Verify again', cancel: 'Stop waiting',
      counted: '{entries} entries · {streams} chains · {seals} seals', unsealed: '{count} wait for the next minute\'s seal', allSealed: 'All are sealed', sealedUntil: 'sealed until {until}', archived: '{count} of them in archive files', checkedAt: 'verified at {at}',
      fault: { ALTERED: 'altered', MISSING: 'missing', ADDED: 'added', REORDERED: 'reordered', FORGED: 'forged signature' }, first: 'first at {entry}: {fault}',
      days: 'Day by day', day: 'Day', checkDay: 'Verify this day', dayWhole: '{day} is whole, {entries} entries', dayBroken: '{day} is not whole: {what}',
      gaps: 'Gaps', noGaps: 'No gaps: every stream is complete.', stream: 'Stream', missing: 'Missing', waiting: 'Waiting', since: 'Since', alarm: 'for too long', gapsHelp: 'A gap is an event that has not arrived; it closes by itself when it does. Dead letters are the administrator\'s.',
      proof: 'Proof of a case', caseNumber: 'Case number', find: 'Find', proofOf: 'Proof of {number}', download: 'Download the proof', checkCase: 'Verify this case', openCase: 'See its ledger', caseWhole: 'The chain of {number} is whole, {entries} entries', caseBroken: 'The chain of {number} is not whole: {what}', proofHelp: 'The file holds all entries with their way up to the signed seals and is verified without this system: ./grid verify-proof FILE.', noCase: 'There is no such case number, or it lies outside your scope.',
      keys: 'Public keys of the seals', keysHelp: 'Open to everybody, past ones too; proofs are checked with them.', keyId: 'Id', keyOf: 'Algorithm', range: '{from} to {to}',
    },
  },
};

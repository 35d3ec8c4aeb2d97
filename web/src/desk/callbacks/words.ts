/** What the callback bench says. */
export default {
  'zh-CN': {
    callbacks: {
      title: '回访', due: '今天要打', judge: '待判责', overdue: '已超期', done: '已回访', listOf: '回访清单', revisit: '回头看', visit: '回头看', tried: '已打 {count} 次未通', notTried: '还没打', claimedByOther: '同事在打', mine: '我已领取', lateOne: '超期',
      empty: '今天要打的都打完了', emptyHint: '新的回访会自动出现在这里。', nothingHere: '没有', firstOnes: '先列最急的 {count} 件，打完一件补一件', lastOnes: '只列最近的 {count} 件', choose: '从左边选一条。', noCategory: '类别待定',
      script: '话术', contact: '联系方式', showPhone: '看电话', reason: '电话回访', noPhone: '没有留电话', onLedger: '查看已记入台账', who: '联系的是', reporter: '反映人 {n}', leftDays: '再有 {count} 天打不通就按联系不上结束',
      question: { reached: '接通了吗', settled: '问题解决了吗', grade: '满意吗', unitAtFault: '是承办单位的责任吗' },
      answer: { reached: { true: '接通', false: '没接通' }, settled: { true: '解决了', false: '没解决' }, unitAtFault: { true: '是，返工', false: '不是，请裁定' } },
      grade: { VERY_SATISFIED: '非常满意', SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' },
      comment: '居民的话（可不填）', record: '记下结果', wait: '先答完上面的', again: '改上一个答案',
      recorded: '{number} 已记：{outcome}', outcome: { notReached: '没接通', reached: '{grade}' }, judged: '{number} 已判责',
      judgement: '居民自己评的：{said}。请判责', judgementVisit: '居民上门时说的：{said}。请判责', settledNot: '没解决', history: '经过', case: '打开案卷', claim: '领取', release: '放回', claimed: '已领取到 {until}', claimedUntil: '同事领取到 {until}',
      keysOn: '启用快捷键', keysHelp: '数字键答题，回车记下并打下一个；退格改上一个答案；P 看电话；S 换反映人',
      over: '这次回访已结束', forbidden: '回访由回访员办理。',
    },
  },
  en: {
    callbacks: {
      title: 'Callbacks', due: 'To call today', judge: 'To judge', overdue: 'Overdue', done: 'Done', listOf: 'List of callbacks', revisit: 'Revisit', visit: 'Revisit', tried: 'tried {count} times', notTried: 'not tried yet', claimedByOther: 'a colleague calls', mine: 'claimed by me', lateOne: 'overdue',
      empty: 'All calls of today are done', emptyHint: 'New ones appear here by themselves.', nothingHere: 'Nothing here', firstOnes: 'The {count} most urgent; others come as these are done', lastOnes: 'Only the last {count}', choose: 'Choose one on the left.', noCategory: 'No category yet',
      script: 'Script', contact: 'Contact', showPhone: 'Show the number', reason: 'Callback by telephone', noPhone: 'No number was left', onLedger: 'the look stands in the ledger', who: 'Who was called', reporter: 'Reporter {n}', leftDays: 'after {count} more days without an answer it ends as unreachable',
      question: { reached: 'Was somebody reached?', settled: 'Is it settled?', grade: 'How satisfied?', unitAtFault: 'Is the unit at fault?' },
      answer: { reached: { true: 'Reached', false: 'Not reached' }, settled: { true: 'Settled', false: 'Not settled' }, unitAtFault: { true: 'Yes: done again', false: 'No: to be decided' } },
      grade: { VERY_SATISFIED: 'Very satisfied', SATISFIED: 'Satisfied', FAIR: 'Fair', UNSATISFIED: 'Unsatisfied' },
      comment: 'In their words (optional)', record: 'Record the outcome', wait: 'Answer the questions first', again: 'Change the last answer',
      recorded: '{number} recorded: {outcome}', outcome: { notReached: 'not reached', reached: '{grade}' }, judged: '{number} judged',
      judgement: 'The resident\'s own rating: {said}. Judge the fault', judgementVisit: 'What the resident said at the door: {said}. Judge the fault', settledNot: 'not settled', history: 'What happened', case: 'Open the case', claim: 'Claim', release: 'Release', claimed: 'claimed until {until}', claimedUntil: 'claimed by a colleague until {until}',
      keysOn: 'Shortcuts on', keysHelp: 'Digits answer, Enter records and opens the next, Backspace takes the last answer back, P shows the number, S changes the reporter',
      over: 'This callback is over', forbidden: 'Callback clerks make the calls.',
    },
  },
};

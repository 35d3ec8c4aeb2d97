/** What the room of superior orders says. */
export default {
  'zh-CN': {
    orders: {
      title: '上级交办', takeIn: '登记交办', sheet: '导出近 30 天回复单', none: '没有待答复的交办。', choose: '选一件交办，或登记新的。', back: '返回', late: '已超期', received: '已收到',
      theirLimit: '上级时限', ourLimit: '本级时限', counts: '以早者为准', noLimit: '没有', notYet: '未定', case: '案卷', merged: '已并案，以该案办结为准', answers: '已答复', answer: '答复上级', result: '结果', over: '这件交办已答复完毕。',
      outcome: { RECORDED: '正在办理', SETTLED: '已办结', NEEDS_SUPERIOR: '需上级协调' }, responded: '已响应', settled: '已解决', satisfied: '满意', done: '办理情况', send: '答复上级',
      issuer: '交办单位', number: '工单编号', by: '要求答复', what: '内容', name: '反映人称呼', phone: '反映人电话', file: '登记',
    },
  },
  en: {
    orders: {
      title: 'Superior orders', takeIn: 'Take in an order', sheet: 'Export answers of 30 days', none: 'No order waits for an answer.', choose: 'Choose an order, or take one in.', back: 'Back', late: 'Overdue', received: 'Received',
      theirLimit: 'The superior\'s limit', ourLimit: 'Our limit', counts: 'The earlier one counts', noLimit: 'none', notYet: 'not yet', case: 'Case', merged: 'merged: its end counts', answers: 'Answered', answer: 'Answer', result: 'Outcome', over: 'This order has had its answer.',
      outcome: { RECORDED: 'Being worked on', SETTLED: 'Settled', NEEDS_SUPERIOR: 'Needs the superior' }, responded: 'Responded', settled: 'Settled', satisfied: 'Satisfied', done: 'What was done', send: 'Answer the superior',
      issuer: 'Issuer', number: 'Its number', by: 'Answer by', what: 'What', name: 'Reporter\'s name', phone: 'Reporter\'s phone', file: 'Take in',
    },
  },
};

/** What the hotline desk says. */
export default {
  'zh-CN': {
    hotline: {
      title: '热线坐席', calls: '来电', number: '号码', numberHint: '输入来电号码', lookUp: '查', byNumber: '按号码登记', nobody: '这个号码没有记录。', open: '打开', back: '返回', close: '关闭',
      popUp: '来电 {number} · {line}', withheld: '号码隐藏', state: { RINGING: '振铃', ANSWERED: '通话中', ENDED: '已挂断' }, known: '打过', first: '第一次', filedOf: '已登记 {count}',
      none: '今天没有来电。', away: '来电推送断开，正在重连；新来电可能晚到。', waiting: '等待来电', waitingHint: '来电会自动弹出；也可以直接输入号码查询、登记。',
      caller: '来电人', noName: '未留姓名', before: '反映过 {count} 件', noHistory: '没有可看的历史。', firstCall: '第一次来电，没有历史。', received: '已收到', noCategory: '类别待定',
      showNumber: '看号码', reason: '看号码的原因', reasonHint: '为什么要看号码', show: '看', onLedger: '（已记入台账）',
      handOn: '转接', handTo: '转到', lines: '线路', agents: '坐席', units: '单位', why: '原因', not: '取消', handedOn: '{time} 已转 {to}：{reason}',
      what: '说什么', whatHint: '什么事、在哪里、多久了', needsText: '先写来电人说了什么。', needsPlace: '没有地点或网格，会先等派遣员。', name: '称呼', otherPhone: '另留电话（可不填）',
      file: '登记', emergency: '紧急派遣', filed: '已登记', dispatched: '已紧急派遣', followed: '已关注 {number}，有结果会告知', asNew: '作为新事项登记',
      articles: '知识库', articlesHint: '居住证、停水、社保…', answerWith: '用这条答复', used: '用过 {count} 次', noArticle: '没有合适的，登记后由单位答复。', answerNeedsCall: '接起来电后可以用条目当场答复。', answered: '已当场答复并登记 {number}',
      rates: '本月热线', ratesAway: '统计暂时取不到。', noneYet: '还没有', rate: { 'closing-rate': '办结率', 'satisfaction-rate': '满意率', 'enquiry-on-time-rate': '咨询按时答复', 'complaint-on-time-rate': '投诉按时办理' },
      keysOn: '启用快捷键', keysHelp: 'F2 来电 · F3 号码 · F4 内容 · F8 地点 · F6 知识库 · F9 关注已有 · Ctrl+回车 登记 · Ctrl+Shift+回车 紧急派遣',
    },
  },
  en: {
    hotline: {
      title: 'Hotline desk', calls: 'Calls', number: 'Number', numberHint: 'Type a number', lookUp: 'Look up', byNumber: 'file for this number', nobody: 'Nobody known has this number.', open: 'Open', back: 'Back', close: 'Close',
      popUp: 'Call from {number} · {line}', withheld: 'Withheld', state: { RINGING: 'Ringing', ANSWERED: 'Talking', ENDED: 'Ended' }, known: 'called before', first: 'first call', filedOf: '{count} filed',
      none: 'No calls today.', away: 'The line for new calls is broken and being restored; calls may appear late.', waiting: 'Waiting for calls', waitingHint: 'Calls pop up by themselves; or type a number to look it up and file.',
      caller: 'Caller', noName: 'No name', before: '{count} matters before', noHistory: 'No history to see.', firstCall: 'A first call: no history.', received: 'Received', noCategory: 'No category yet',
      showNumber: 'Show the number', reason: 'Why the number is needed', reasonHint: 'Why is it needed?', show: 'Show', onLedger: '(on the ledger)',
      handOn: 'Hand on', handTo: 'To', lines: 'Lines', agents: 'Agents', units: 'Units', why: 'Reason', not: 'Cancel', handedOn: '{time} handed to {to}: {reason}',
      what: 'What is said', whatHint: 'What, where, since when', needsText: 'Write first what the caller says.', needsPlace: 'Without a place or grid it waits for a dispatcher first.', name: 'Name', otherPhone: 'Another number (optional)',
      file: 'File', emergency: 'Emergency dispatch', filed: 'Filed', dispatched: 'Dispatched as an emergency', followed: 'Follows {number}: the outcome will be told', asNew: 'File as a new matter',
      articles: 'Articles', articlesHint: 'Residence permit, water…', answerWith: 'Answer with this', used: 'used {count} times', noArticle: 'None fits: file it and a unit answers.', answerNeedsCall: 'With a call open, an article settles an enquiry at once.', answered: 'Answered on the spot and filed: {number}',
      rates: 'Hotline, this month', ratesAway: 'The figures cannot be had just now.', noneYet: 'none yet', rate: { 'closing-rate': 'Closed', 'satisfaction-rate': 'Satisfied', 'enquiry-on-time-rate': 'Enquiries in time', 'complaint-on-time-rate': 'Complaints in time' },
      keysOn: 'Shortcuts on', keysHelp: 'F2 call · F3 number · F4 text · F8 place · F6 articles · F9 follow · Ctrl+Enter file · Ctrl+Shift+Enter emergency',
    },
  },
};

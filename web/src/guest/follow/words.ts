/** 查进度, 我的. */
export default {
  'zh-CN': {
    following: {
      number: '编号', look: '查询', looking: '正在查询…', unknown: '没有这个编号，请核对后再查。', received: '收到', kind: '类别', unit: '承办单位', promised: '承诺办结', text: '内容', reply: '答复', updated: '最近进展', photos: '照片',
      before: '处置前的照片', after: '处置后的照片', onlyYours: '内容只有反映的人能看：用手机号反映的，请在“我的上报和通知”里看。',
      notSettled: '没有解决？要求重办', why: '哪里没有解决', ask: '要求重办', asking: '正在提交…', asked: '已转督查员，请等待答复。', rate: '等您评价：评价链接在“我的上报和通知”里，或在发给您的消息里。',
    },
    mine: {
      signIn: '验证手机号，看您用它反映过的事和收到的通知。', reports: '我的上报', none: '还没有用这个手机号反映过。', notices: '通知', noNotices: '还没有通知。', rate: '去评价', open: '打开', unread: '新', out: '退出', over: '验证已过期，请重新验证。',
    },
  },
  en: {
    following: {
      number: 'Number', look: 'Look', looking: 'Looking…', unknown: 'There is no such number; please check it.', received: 'Received', kind: 'Kind', unit: 'Unit', promised: 'Promised by', text: 'Text', reply: 'Answer', updated: 'Last step', photos: 'Photos',
      before: 'Photo before', after: 'Photo after', onlyYours: 'Only its reporter sees the text: reported by mobile, it stands under "My reports and notices".',
      notSettled: 'Not settled? Ask for it to be done again', why: 'What is not settled', ask: 'Ask for it', asking: 'Sending…', asked: 'An inspector has it now; please wait for the answer.', rate: 'Waiting for your rating: the link stands under "My reports and notices" and in the message to you.',
    },
    mine: {
      signIn: 'Confirm your mobile to see what you reported by it, and what you were told.', reports: 'My reports', none: 'Nothing was reported by this mobile yet.', notices: 'Notices', noNotices: 'No notices yet.', rate: 'Rate it', open: 'Open', unread: 'New', out: 'Sign out', over: 'The confirmation is over; please confirm again.',
    },
  },
};

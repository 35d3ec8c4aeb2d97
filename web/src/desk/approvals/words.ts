/** What waits for a leader's word, and what an inspector decides. */
export default {
  'zh-CN': {
    approvals: {
      title: '待审批', oversight: '督查', sections: '看什么',
      section: { approvals: '待审批', sponsored: '我包案', supervised: '督办中', decisions: '待裁定', accountability: '问责清单' },
      kind: { escalation: '申请提级', extension: '申请延期', suspension: '申请挂账' },
      asks: { escalation: '{unit}请求提到上一级办理', extension: '{unit}请求延长 {amount} {unitOf}', suspension: '{unit}请求挂账，{until}恢复', because: '原因', tried: '已经做了', cause: '挂账原因', safety: '安全措施' },
      approve: '批准', decline: '不批准', approveNow: '确认批准', declineNow: '确认不批准', agreed: '同意', opinion: '意见', why: '不批准的理由', notYet: '先不批',
      done: { approved: '已批准', declined: '已退回' }, details: '看案卷', noReason: '原因见案卷经过', loadingReason: '正在取原因…',
      empty: { approvals: '没有等您审批的事项。', sponsored: '您没有包案的案卷。', supervised: '没有督办中的案卷。', decisions: '没有等您裁定的案卷。', accountability: '问责清单是空的。' },
      more: '再看一些', loading: '正在取…', deadline: '包案期限 {when}', replyDue: '{unit} {when} 前回复', replied: '没有待回复的督办',
      decide: { rework: '返工', close: '准予结案', reason: '理由（会公开）', confirm: '确认{what}', resident: '居民不满意，单位无责任，请裁定。' },
      account: { by: '{unit}作出', amount: '{amount} 元' },
      moved: '案卷刚变了：{changes}。请看过再批。',
    },
  },
  en: {
    approvals: {
      title: 'To approve', oversight: 'Oversight', sections: 'What to look at',
      section: { approvals: 'To approve', sponsored: 'Sponsored', supervised: 'Supervised', decisions: 'To decide', accountability: 'Accountability' },
      kind: { escalation: 'Wants to go up', extension: 'Wants more time', suspension: 'Wants a suspension' },
      asks: { escalation: '{unit} asks that the next level take it', extension: '{unit} asks for {amount} more {unitOf}', suspension: '{unit} asks for a suspension until {until}', because: 'Reason', tried: 'What was tried', cause: 'Reason', safety: 'Safety meanwhile' },
      approve: 'Approve', decline: 'Decline', approveNow: 'Yes, approve', declineNow: 'Yes, decline', agreed: 'Agreed', opinion: 'Opinion', why: 'Why not', notYet: 'Not yet',
      done: { approved: 'Approved', declined: 'Declined' }, details: 'Open the case', noReason: 'The reason stands in the case', loadingReason: 'Fetching the reason…',
      empty: { approvals: 'Nothing waits for your approval.', sponsored: 'You sponsor no case.', supervised: 'No case is under supervision.', decisions: 'No case waits for your decision.', accountability: 'Nobody is on the list.' },
      more: 'More', loading: 'Fetching…', deadline: 'Sponsored until {when}', replyDue: '{unit} replies by {when}', replied: 'No reply is due',
      decide: { rework: 'Rework', close: 'Close', reason: 'Reason (published)', confirm: '{what}: confirm', resident: 'The resident is not satisfied and the unit not at fault: decide.' },
      account: { by: 'by {unit}', amount: '{amount} yuan' },
      moved: 'The case has just changed: {changes}. Look again before you approve.',
    },
  },
};

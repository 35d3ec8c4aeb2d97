/** The case page. */
export default {
  'zh-CN': {
    casefile: {
      label: '案卷', back: '返回列表', print: '打印', choose: '选一件案卷。最急的在最上面。', urgent: '紧急', loading: '正在取案卷…', refreshed: '案卷有新进展，已更新。',
      matter: '反映内容', wholeText: '看全文', lessText: '收起', actions: '办理', nothing: '现在没有您要办的。', whyNot: '其他操作为什么不行', ofOthers: '不归您的角色办理', confirm: '确认{what}', cancel: '先不办', sending: '正在提交…', stop: '停止上传',
      uploading: '正在上传照片 {n}/{of}…', stopped: '上传已停止，内容还在。', needed: '还差：{what}', kept: '已保留您上次没提交的内容。', none: '—', optional: '（可不填）',
      photos: { title: '照片', before: '处置前', after: '处置后', none: '没有照片', open: '看大图', failed: '照片暂时取不到，案卷其他内容不受影响。', add: '加照片', big: '{name} 太大，无法处理，请换一张。', release: '公开' },
      map: { title: '位置', label: '案卷位置图', grid: '网格', point: '坐标', asset: '部件', near: '附近', none: '没有位置', outside: '不在任何网格内' },
      timeline: { title: '经过', hash: '台账校验码', small: '时限提醒等 {n} 条', showSmall: '显示时限提醒' },
      verdict: { verify: '验证这条链', whole: '链完整，验证至 {until}：{n} 条记录，没有一条被改动。', wholeNow: '链完整：{n} 条记录，没有一条被改动。', broken: '台账被动过' },
      facts: {
        state: '状态', holder: '主办', level: '层级', category: '类别', due: '案卷时限', supervision: '督办', reworks: '返工', returns: '回退', grid: '网格', opened: '立案', number: '案号', tracking: '受理编号',
        why: '派遣依据', asset: '部件', owner: '权属单位', hardCase: '一号窗口', closed: '结案方式', provisional: '暂定', superior: '上级时限', superiorDecides: '{when}，较短，以此为准', superiorLater: '{when}，本级时限更短', orders: '上级工单', order: '{number}', mergedOrder: '{number}（并案带入）', times: '{n} 次', sponsor: '包案领导', until: '{when} 前', helpers: '会办', ended: '已完成', owes: '待回复督办', criticism: '有奖批评', answerBy: '{when} 前答复', answered: '已答复', extension: '延期申请', suspension: '挂账', escalation: '提级申请', channel: '来源', cameTwice: '两次退回，可转入', mergedInto: '并入', carries: '并案', notRegistered: '{id}（不在册）',
      },
      asked: { extension: '申请延期 {amount} {unit}', endorsed: '派遣员已同意', suspension: '申请挂账至 {until}', running: '挂账至 {until}', escalation: '申请提级' },
      conflict: {
        title: '您填写时，案卷变了', who: '{who}：{what}', moved: '{what}：{from} → {to}', small: '有新的记录，主要内容没变。', still: '您填的还在，没有重新提交。看过变化后，仍可提交。', not: '您填的还在，但现在不能{what}了。', instead: '现在可以办理：', again: '看过了，仍要提交', copy: '请先复制需要的内容。',
      },
      duplicates: { title: '疑似重复', apart: '相距 {metres} 米，相隔 {time}，用词 {wording}% 相同', minutes: '{n} 分钟', hours: '{n} 小时', into: '并入它', not: '不是同一件' },
      asks: {
        done: '怎么处置的', photos: '照片', answerCritic: '给批评人的答复（会显示给批评人）', toUnit: '派给哪个单位', category: '类别（不改就空着）', returnJustified: '上次回退是否合理', filed: '是否立案', found: '现场看到什么', notFiledReason: '不立案的理由', passed: '是否到位',
        decision: '决定', publicReason: '理由（公开）', approve: '是否批准', opinion: '意见', task: '哪项任务', replyText: '怎么整改的', measureKind: '种类', reason: '理由', whyUp: '为什么本级办不了', tried: '已经做了什么', toLevel: '提请到哪一级', toUnitBelow: '下派给', amount: '延长多少（按办理时限的单位）',
        cause: '挂账原因', safety: '挂账期间的安全措施', resumesOn: '恢复日期', helper: '会办单位', whatToDo: '请它做什么', hours: '限几工作时（不填按原时限）', supervisionLevel: '督办等级', sponsor: '包案领导', deadline: '期限', parties: '参加单位和人员（每行一个）', conclusion: '会商结论', conferenceTasks: '任务（每行一项）', intoCase: '并入哪个案卷（编号）', otherCase: '另一件案卷（编号）', body: '转给哪里', comment: '批注',
      },
      options: { justified: '合理', unjustified: '不合理', trueFile: '属实，立案', notFiled: '不立案', inOrder: '到位', notInOrder: '不到位，返工', rework: '返工', close: '准予结案', approved: '批准', declined: '不批准', handling: '处置', mediation: '调解', normal: '普通', yellow: '黄牌', red: '红牌', choose: '请选择', notAvailable: '名单取不到，请稍后再试' },
      supervision: { NONE: '无', NORMAL: '督办', YELLOW: '黄牌', RED: '红牌' },
      limit: { EMERGENCY_MINUTE: '分钟', EMERGENCY_HOUR: '小时', WORK_HOUR: '工作时', WORKDAY: '个工作日', NATURAL_DAY: '天' },
      grade: { VERY_SATISFIED: '非常满意', SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' },
      closedAs: { SATISFIED: '居民满意', CHECKED: '核查通过', UNCONFIRMED: '未经回访', UNREACHABLE: '联系不上居民', DECIDED: '裁定结案' },
      route: { 'no-rule-matched': '没有规则适用', 'unknown-category': '类别未知', 'retired-category': '类别已停用', 'outside-every-grid': '不在任何网格内', 'person-decides': '规则要求人工派遣', 'no-unit-found': '没有对应单位', returned: '被回退', person: '人工派遣', 'asset-owner': '部件的权属单位', 'unknown-asset': '部件编号不在册', 'hard-case-desk': '一号窗口' },
      entry: { grade: '评价：{grade}', visit: '上门', atFault: '单位有责任', notAtFault: '单位无责任', granted: '申诉成立', notGranted: '申诉不成立', photos: '附件 {n} 个', step: '时限已用 {percent}%', order: '上级工单 {number} 一并办理', orderDecides: '以上级时限为准', ownDue: '恢复本级时限', system: '系统', resident: '居民', erased: '（原文已删除）' },
      gone: '没有这个案卷，或不在您的范围内。', goneHelp: '请核对地址，或回到列表。', noCategory: '未定类别', unverified: '类别未定',
    },
  },
  en: {
    casefile: {
      label: 'Case', back: 'Back to the list', print: 'Print', choose: 'Choose a case. The most urgent is on top.', urgent: 'Emergency', loading: 'Fetching the case…', refreshed: 'The case has moved on; this is how it stands now.',
      matter: 'What was reported', wholeText: 'Show all of it', lessText: 'Show less', actions: 'What to do', nothing: 'Nothing for you to do now.', whyNot: 'Why not the others', ofOthers: 'Not of your role', confirm: '{what}: confirm', cancel: 'Not now', sending: 'Sending…', stop: 'Stop uploading',
      uploading: 'Uploading photo {n} of {of}…', stopped: 'Uploading was stopped; what you wrote is still here.', needed: 'Still needed: {what}', kept: 'What you had not sent last time is still here.', none: '—', optional: ' (optional)',
      photos: { title: 'Photos', before: 'Before', after: 'After', none: 'No photos', open: 'Open', failed: 'The photos cannot be had now; the rest of the case is complete.', add: 'Add photos', big: '{name} is too large to be read; take another one.', release: 'Release' },
      map: { title: 'Where', label: 'Map of the case', grid: 'Grid', point: 'Position', asset: 'Asset', near: 'Near', none: 'No position', outside: 'Outside every grid' },
      timeline: { title: 'What happened', hash: 'Ledger hash', small: '{n} reminders of limits', showSmall: 'Show reminders of limits' },
      verdict: { verify: 'Verify this chain', whole: 'Whole, sealed until {until}: {n} entries, none altered.', wholeNow: 'Whole: {n} entries, none altered.', broken: 'The ledger was altered' },
      facts: {
        state: 'State', holder: 'Holder', level: 'Level', category: 'Category', due: 'Due', supervision: 'Supervision', reworks: 'Reworks', returns: 'Returns', grid: 'Grid', opened: 'Filed', number: 'Case number', tracking: 'Tracking number',
        why: 'Why here', asset: 'Asset', owner: 'Owner', hardCase: 'Hard-case desk', closed: 'Closed as', provisional: 'provisional', superior: 'Superior\'s limit', superiorDecides: '{when}, shorter: it counts', superiorLater: '{when}; the own limit is shorter', orders: 'Superior\'s orders', order: '{number}', mergedOrder: '{number} (came by a merge)', times: '{n} times', sponsor: 'Sponsor', until: 'by {when}', helpers: 'Helpers', ended: 'done', owes: 'Owes a reply', criticism: 'Rewarded criticism', answerBy: 'answer by {when}', answered: 'answered', extension: 'Extension asked', suspension: 'Suspension', escalation: 'Escalation asked', channel: 'Channel', cameTwice: 'came back twice, may be taken in', mergedInto: 'Merged into', carries: 'Carries', notRegistered: '{id} (not registered)',
      },
      asked: { extension: '{amount} more {unit} asked', endorsed: 'endorsed by the dispatcher', suspension: 'suspension asked until {until}', running: 'suspended until {until}', escalation: 'asked to go up' },
      conflict: {
        title: 'The case changed while you were writing', who: '{who}: {what}', moved: '{what}: {from} → {to}', small: 'There is a new entry; the main facts are the same.', still: 'What you wrote is still here and was not sent again. Look at the change; you may still send it.', not: 'What you wrote is still here, but "{what}" is not possible any more.', instead: 'Possible now:', again: 'I have seen it, send', copy: 'Copy first what you need.',
      },
      duplicates: { title: 'Possible duplicates', apart: '{metres} m and {time} apart, {wording}% of the words the same', minutes: '{n} min', hours: '{n} h', into: 'Merge into it', not: 'Not the same' },
      asks: {
        done: 'What was done', photos: 'Photos', answerCritic: 'The answer, shown to the critic', toUnit: 'To which unit', category: 'Category, empty to keep', returnJustified: 'Was the last return justified', filed: 'Is it filed', found: 'What was found', notFiledReason: 'Why it is not filed', passed: 'Is it done',
        decision: 'Decision', publicReason: 'Reason, published', approve: 'Approve', opinion: 'Opinion', task: 'Which task', replyText: 'What is done about it', measureKind: 'Kind', reason: 'Reason', whyUp: 'Why it cannot be settled here', tried: 'What was tried', toLevel: 'To which level', toUnitBelow: 'To which unit below', amount: 'How much, in the unit of the limit',
        cause: 'Reason for suspending', safety: 'Safety measures meanwhile', resumesOn: 'Goes on on', helper: 'Helping unit', whatToDo: 'What it should do', hours: 'Limit in work hours (empty: as the case)', supervisionLevel: 'Supervision', sponsor: 'Sponsor', deadline: 'Deadline', parties: 'Who took part, one a line', conclusion: 'Conclusion', conferenceTasks: 'Tasks, one a line', intoCase: 'Into which case, by id', otherCase: 'The other case, by id', body: 'To whom', comment: 'Comment',
      },
      options: { justified: 'Yes', unjustified: 'No', trueFile: 'It is so: file it', notFiled: 'Not filed', inOrder: 'Done', notInOrder: 'Not done: rework', rework: 'Rework', close: 'Close', approved: 'Approve', declined: 'Decline', handling: 'Handling', mediation: 'Mediation', normal: 'Normal', yellow: 'Yellow card', red: 'Red card', choose: 'Choose', notAvailable: 'The list cannot be had; try again later' },
      supervision: { NONE: 'None', NORMAL: 'Supervised', YELLOW: 'Yellow card', RED: 'Red card' },
      limit: { EMERGENCY_MINUTE: 'minutes', EMERGENCY_HOUR: 'hours', WORK_HOUR: 'work hours', WORKDAY: 'workdays', NATURAL_DAY: 'days' },
      grade: { VERY_SATISFIED: 'very satisfied', SATISFIED: 'satisfied', FAIR: 'fair', UNSATISFIED: 'unsatisfied' },
      closedAs: { SATISFIED: 'Resident satisfied', CHECKED: 'Checked in the field', UNCONFIRMED: 'Unconfirmed', UNREACHABLE: 'Resident unreachable', DECIDED: 'By decision' },
      route: { 'no-rule-matched': 'No rule matched', 'unknown-category': 'Unknown category', 'retired-category': 'Retired category', 'outside-every-grid': 'Outside every grid', 'person-decides': 'A person decides', 'no-unit-found': 'No such unit', returned: 'Returned', person: 'Dispatched by a person', 'asset-owner': 'Owner of the asset', 'unknown-asset': 'Unknown asset', 'hard-case-desk': 'Hard-case desk' },
      entry: { grade: 'Grade: {grade}', visit: 'at the door', atFault: 'The unit is at fault', notAtFault: 'The unit is not at fault', granted: 'Appeal granted', notGranted: 'Appeal refused', photos: '{n} attachments', step: '{percent}% of the limit used', order: 'The superior\'s order {number} comes along', orderDecides: 'its limit counts', ownDue: 'The own limit holds again', system: 'System', resident: 'Resident', erased: '(the text was erased)' },
      gone: 'There is no such case, or it lies outside of your scope.', goneHelp: 'Check the address, or go back to the list.', noCategory: 'No category', unverified: 'No category yet',
    },
  },
};

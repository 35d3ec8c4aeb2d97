/** A ledger entry in plain words. */
const TYPES = {
  'audit.contact-revealed': '查看联系方式', 'audit.screen-issued': '大屏授权', 'audit.screen-signed-in': '大屏接入', 'audit.screen-revoked': '大屏撤销', 'audit.dead-letters-replayed': '死信重放', 'audit.dead-letters-discarded': '死信作废', 'report.received': '收到上报', 'case.opened': '案卷建立', 'case.dispatch-awaited': '等待派遣', 'case.dispatched': '派遣',
  'case.accepted': '受理', 'case.returned': '回退', 'case.escalated': '提级上报', 'case.handed-down': '下派',
  'case.completed': '处置完成', 'case.settled-on-spot': '现场解决', 'case.callback-requested': '请求回访',
  'case.reworked': '返工', 'case.decision-requested': '请求裁定', 'case.decided': '裁定', 'case.closed': '结案',
  'case.confirmation-awaited': '等待核实', 'case.report-confirmed': '核实属实', 'case.not-filed': '不予立案', 'case.check-requested': '请求核查',
  'case.work-checked': '核查', 'case.measure-recorded': '处置过程', 'case.escalation-asked': '申请提级', 'case.escalation-declined': '提级不予批准',
  'case.moved-up-by-time': '到期上移', 'case.extension-asked': '申请延期', 'case.extension-endorsed': '延期初审同意', 'case.extension-granted': '延期批准',
  'case.extension-declined': '延期不予批准', 'case.suspension-asked': '申请挂账', 'case.suspension-declined': '挂账不予批准', 'case.suspended': '挂账',
  'case.resumed': '恢复办理', 'case.return-judged': '回退裁决', 'case.supervised': '督办', 'case.supervision-replied': '督办回复',
  'case.limit-step-reached': '时限节点', 'case.helper-named': '指定会办', 'case.helper-task-ended': '会办完成', 'case.sponsor-named': '领导包案',
  'case.conference-held': '会商', 'case.cancelled': '作废', 'case.referred-outside': '转外部', 'case.reopened': '重启',
  'case.merged-into': '并案', 'case.merge-undone': '撤销并案', 'case.case-joined': '并入案卷', 'case.case-parted': '案卷分出',
  'case.due-times-set-anew': '重定时限', 'case.duplicate-dismissed': '不是重复', 'case.taken-to-hard-case-desk': '转一号窗口',
  'case.revisit-requested': '回头看', 'case.revisited': '回头看结果', 'case.criticism-registered': '有奖批评登记',
  'case.criticism-replied': '答复批评人', 'case.revisit-awaited': '待满月回访', 'callback.round-due-anew': '重定回访时限',
  'award.granted': '奖励', 'award.paid': '奖金发放', 'award.revoked': '撤销奖励', 'sanction.imposed': '问责处理', 'sanction.revoked': '撤销问责',
  'scoring.noticed': '评议公告', 'scoring.closed': '评议结果',
  'case.commented': '批注', 'case.callback-outcome-rejected': '回访结果未采纳', 'callback.round-opened': '回访开始',
  'callback.attempt-failed': '未接通', 'callback.round-answered': '居民答复', 'callback.reporter-answered': '反映人评价', 'callback.fault-judged': '责任判定', 'rating.rated': '窗口评价', 'appeal.filed': '考核申诉', 'appeal.decided': '申诉裁定', 'callback.round-abandoned': '回访取消',
};
const GRADES = { VERY_SATISFIED: '非常满意', SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' };
const CLOSED = { SATISFIED: '居民满意', CHECKED: '核查通过', UNCONFIRMED: '无人可回访', UNREACHABLE: '联系不上', DECIDED: '裁定结案' };

/** `io.wangge.case.opened.v1` → 案卷建立. */
export function typeOf(entry) {
  return entry.typeZh ?? TYPES[(entry.type ?? '').replace(/^io\.wangge\./, '').replace(/\.v\d+$/, '')] ?? entry.type ?? '';
}

export function actorOf(entry) {
  const by = entry.by;
  if (by?.kind === 'SYSTEM') return '系统 System';
  const who = by?.name ?? by?.id ?? '';
  const unit = entry.unit?.nameZh ?? entry.unit?.id ?? '';
  return [unit, who].filter(Boolean).join(' · ');
}

/** The sentences of an entry: what people wrote, and how it was graded or closed. */
export function wordsOf(entry) {
  const data = entry.what ?? entry.data ?? {};
  const what = data.what ?? data;
  const words = [];
  // A case opens with the words of its report, which stand in the entry before.
  const keys = /case\.opened/.test(entry.type ?? '') ? [] : ['text', 'reason', 'tried', 'comment'];
  for (const key of keys) {
    const said = plain(what[key]);
    if (said && !(key === 'reason' && CLOSED[said])) words.push(said);
  }
  if (what.grade) words.push(`评价：${GRADES[what.grade] ?? what.grade}`);
  if (typeof what.reason === 'string' && CLOSED[what.reason]) words.push(CLOSED[what.reason]);
  if (what.unitAtFault !== undefined) words.push(what.unitAtFault ? '单位有责任' : '单位无责任');
  if (what.attachmentIds?.length > 0) words.push(`附件 ${what.attachmentIds.length} 个`);
  if (typeof what.granted === 'boolean') words.push(what.granted ? '申诉成立' : '申诉不成立');
  if (what.decision) words.push(what.decision === 'CLOSE' ? '准予结案' : '返工');
  return words;
}

/** Erasable text comes as {value, …}, or without a value when it was erased. */
function plain(said) {
  if (!said) return '';
  if (typeof said === 'string') return said;
  if (typeof said.value === 'string') return said.value;
  return 'hash' in said ? '(原文已删除)' : '';
}

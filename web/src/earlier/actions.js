/** The commands on a case: their words and what each one asks for (design "The first routes"). */
export const COMMANDS = [
  { type: 'accept', zh: '受理', en: 'Accept', asks: [] },
  { type: 'complete', zh: '处置完成', en: 'Complete', asks: [text('text', '怎么处置的', 'What was done', 4000)] },
  { type: 'answer-criticism', zh: '答复批评人', en: 'Answer the critic', asks: [text('text', '给批评人的答复（会显示给批评人）', 'The answer, shown to the critic', 4000)] },
  { type: 'dispatch', zh: '派遣', en: 'Dispatch', asks: [unit('派给哪个单位', 'To which unit'), category(), { ...yesNo('returnJustified', '回退是否合理（被退回时填）', 'Was the return justified', '合理', 'Yes', '不合理', 'No'), optional: true }] },
  {
    type: 'decide', zh: '裁定', en: 'Decide',
    asks: [
      {
        name: 'decision', kind: 'choice', zh: '决定', en: 'Decision',
        options: [['REWORK', '返工', 'Rework'], ['CLOSE', '准予结案', 'Close']],
      },
      text('reason', '理由（公开）', 'Reason, published', 2000),
    ],
  },
  {
    type: 'escalate', zh: '提级上报', en: 'Escalate',
    asks: [text('reason', '为什么本级办不了', 'Why it cannot be settled here', 2000), text('tried', '已经做了什么', 'What was tried', 4000)],
  },
  { type: 'return', zh: '回退', en: 'Return', asks: [text('reason', '回退理由', 'Reason', 2000)] },
  { type: 'hand-down', zh: '下派', en: 'Hand down', asks: [unit('下派给', 'To which unit below'), text('reason', '理由', 'Reason', 2000)] },
  {
    type: 'confirm', zh: '核实', en: 'Confirm',
    asks: [
      yesNo('filed', '是否立案', 'Is it filed', '属实，立案', 'It is so', '不立案', 'Not filed'),
      text('text', '现场看到什么', 'What was found', 4000),
      { ...text('reason', '不立案的理由', 'Why it is not filed', 2000), optional: true },
    ],
  },
  {
    type: 'check', zh: '核查', en: 'Check',
    asks: [
      yesNo('passed', '是否到位', 'Is it done', '到位', 'Done', '不到位，返工', 'Not done'),
      text('text', '现场看到什么', 'What was found', 4000),
    ],
  },
  {
    type: 'record-measure', zh: '记录处置过程', en: 'Record a measure',
    asks: [
      {
        name: 'kind', kind: 'choice', zh: '种类', en: 'Kind',
        options: [['HANDLING', '处置', 'Handling'], ['MEDIATION', '调解', 'Mediation']],
      },
      text('text', '做了什么', 'What was done', 4000),
    ],
  },
  {
    type: 'decide-escalation', zh: '批准提级', en: 'Decide the escalation',
    asks: [yesNo('approve', '是否批准', 'Approve', '批准', 'Yes', '不批准', 'No'), text('reason', '理由', 'Reason', 2000)],
  },
  {
    type: 'ask-extension', zh: '申请延期', en: 'Ask for an extension',
    asks: [
      { name: 'amount', kind: 'text', as: 'number', zh: '延长多少（按办理时限的单位）', en: 'How much, in the unit of the limit', most: 4 },
      text('reason', '理由', 'Reason', 2000),
    ],
  },
  {
    type: 'decide-extension', zh: '审批延期', en: 'Decide the extension',
    asks: [yesNo('approve', '是否批准', 'Approve', '批准', 'Yes', '不批准', 'No'), text('reason', '意见', 'Opinion', 2000)],
  },
  {
    type: 'supervise', zh: '督办', en: 'Supervise',
    asks: [
      {
        name: 'supervision', kind: 'choice', zh: '等级', en: 'Level',
        options: [['NORMAL', '普通', 'Normal'], ['YELLOW', '黄牌', 'Yellow'], ['RED', '红牌', 'Red']],
      },
      text('reason', '理由', 'Reason', 2000),
    ],
  },
  { type: 'reply', zh: '回复督办', en: 'Reply', asks: [text('text', '怎么整改的', 'What is done about it', 4000)] },
  { type: 'resume', zh: '恢复办理', en: 'Resume', asks: [] },
  {
    type: 'merge', zh: '并案', en: 'Merge',
    asks: [text('caseId', '并入哪个案卷（编号）', 'Into which case, by id', 64), text('reason', '理由', 'Reason', 2000)],
  },
  { type: 'undo-merge', zh: '撤销并案', en: 'Undo the merge', asks: [text('reason', '理由', 'Reason', 2000)] },
  {
    type: 'dismiss-duplicate', zh: '不是重复', en: 'Not a duplicate',
    asks: [text('caseId', '不是同一件的案卷（编号）', 'The other case, by id', 64), text('reason', '理由', 'Reason', 2000)],
  },
  { type: 'take-to-hard-case-desk', zh: '转一号窗口', en: 'Take to the hard-case desk', asks: [text('reason', '理由', 'Reason', 2000)] },
  { type: 'reopen', zh: '重启', en: 'Reopen', asks: [text('reason', '理由', 'Reason', 2000)] },
  { type: 'comment', zh: '批注', en: 'Comment', asks: [text('text', '批注', 'Comment', 4000)] },
];

function text(name, zh, en, most) {
  return { name, kind: 'text', zh, en, most };
}

function yesNo(name, zh, en, yesZh, yesEn, noZh, noEn) {
  return { name, kind: 'choice', as: 'boolean', zh, en, options: [['true', yesZh, yesEn], ['false', noZh, noEn]] };
}

function unit(zh, en) {
  return { name: 'unitId', kind: 'unit', zh, en };
}

function category() {
  return { name: 'category', kind: 'category', zh: '类别（不改就空着）', en: 'Category, empty to keep', optional: true };
}

/** The page's commands with what the service says of each: allowed, or why not and what to do. */
export function actionsOf(answer) {
  const list = answer.actions ?? [];
  return COMMANDS.map((command) => {
    const said = list.find((action) => action.type === command.type);
    return {
      ...command,
      allowed: said?.allowed === true,
      code: said?.code,
      reason: said?.reason,
      remedy: said?.remedy,
    };
  });
}

/** The body of a command; empty answers to optional questions are left out. */
export function commandBody(id, command, answers) {
  const body = { id, type: command.type };
  for (const ask of command.asks) {
    const value = (answers[ask.name] ?? '').trim();
    if (value || !ask.optional) body[ask.name] = typed(value, ask.as);
  }
  return body;
}

function typed(value, as) {
  if (as === 'boolean') return value === 'true';
  return as === 'number' ? Number(value) : value;
}

/** The first question that is not answered, if any. */
export function missing(command, answers) {
  return command.asks.find((ask) => !ask.optional && !(answers[ask.name] ?? '').trim());
}

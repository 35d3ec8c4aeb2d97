/** The commands on a case: their words and what each one asks for (design "The first routes"). */
export const COMMANDS = [
  { type: 'accept', zh: '受理', en: 'Accept', asks: [] },
  { type: 'complete', zh: '处置完成', en: 'Complete', asks: [text('text', '怎么处置的', 'What was done', 4000)] },
  { type: 'dispatch', zh: '派遣', en: 'Dispatch', asks: [unit('派给哪个单位', 'To which unit'), category()] },
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
  { type: 'comment', zh: '批注', en: 'Comment', asks: [text('text', '批注', 'Comment', 4000)] },
];

function text(name, zh, en, most) {
  return { name, kind: 'text', zh, en, most };
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
    if (value || !ask.optional) body[ask.name] = value;
  }
  return body;
}

/** The first question that is not answered, if any. */
export function missing(command, answers) {
  return command.asks.find((ask) => !ask.optional && !(answers[ask.name] ?? '').trim());
}

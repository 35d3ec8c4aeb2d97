import type { Action, CaseView } from './case';

/** What a command asks for. `label` is a word of this room: casefile.asks.LABEL. */
export interface Ask {
  name: string;
  kind: 'text' | 'line' | 'lines' | 'choice' | 'unit' | 'category' | 'number' | 'date' | 'cause' | 'staff' | 'level' | 'task' | 'photos';
  label: string;
  most?: number;
  optional?: boolean;
  /** Of a choice: value and word (casefile.options.WORD). */
  options?: [value: string, word: string][];
  yesNo?: boolean;
  /** Of a date: the hour of that day, district time. */
  hour?: string;
  moment?: 'BEFORE' | 'AFTER';
  /** Asked only then. */
  when?: (answers: Answers, theCase: CaseView) => boolean;
}

export type Answers = Record<string, string>;

export interface Command {
  type: string;
  asks: Ask[];
  /** What stands in a field before anybody writes. */
  filled?: Answers;
  /** May be given to many cases at once. */
  bulk?: boolean;
}

const REASON = text('reason', 'reason', 2000);
const PHOTOS: Ask = { name: 'attachmentIds', kind: 'photos', label: 'photos', optional: true, moment: 'AFTER' };

/** All commands on a case, those that end somebody's wait first. */
export const COMMANDS: Command[] = [
  { type: 'accept', asks: [], bulk: true },
  { type: 'complete', asks: [text('text', 'done', 4000), PHOTOS] },
  { type: 'answer-criticism', asks: [text('text', 'answerCritic', 4000)] },
  {
    type: 'dispatch',
    bulk: true,
    asks: [
      { name: 'unitId', kind: 'unit', label: 'toUnit' },
      { name: 'category', kind: 'category', label: 'category', optional: true },
      { ...yesNo('returnJustified', 'returnJustified', 'justified', 'unjustified'), when: (_, theCase) => theCase.proceedings?.returnToJudge === true },
    ],
  },
  { type: 'confirm', asks: [yesNo('filed', 'filed', 'trueFile', 'notFiled'), text('text', 'found', 4000), { ...text('reason', 'notFiledReason', 2000), when: (answers) => answers.filed === 'false' }, { ...PHOTOS, moment: 'BEFORE' }] },
  { type: 'check', asks: [yesNo('passed', 'passed', 'inOrder', 'notInOrder'), text('text', 'found', 4000), PHOTOS] },
  { type: 'decide', asks: [choice('decision', 'decision', [['REWORK', 'rework'], ['CLOSE', 'close']]), text('reason', 'publicReason', 2000)] },
  { type: 'decide-escalation', asks: [yesNo('approve', 'approve', 'approved', 'declined'), text('reason', 'opinion', 2000)], filled: { reason: '同意' }, bulk: true },
  { type: 'decide-suspension', asks: [yesNo('approve', 'approve', 'approved', 'declined'), text('reason', 'opinion', 2000)], filled: { reason: '同意' }, bulk: true },
  { type: 'decide-extension', asks: [yesNo('approve', 'approve', 'approved', 'declined'), text('reason', 'opinion', 2000)], filled: { reason: '同意' }, bulk: true },
  { type: 'end-task', asks: [{ name: 'task', kind: 'task', label: 'task' }, text('text', 'done', 4000)] },
  { type: 'reply', asks: [text('text', 'replyText', 4000)] },
  { type: 'record-measure', asks: [choice('kind', 'measureKind', [['HANDLING', 'handling'], ['MEDIATION', 'mediation']]), text('text', 'done', 4000)] },
  { type: 'resume', asks: [], bulk: true },
  { type: 'return', asks: [REASON], bulk: true },
  { type: 'escalate', asks: [text('reason', 'whyUp', 2000), text('tried', 'tried', 4000)] },
  { type: 'skip-level', asks: [{ name: 'level', kind: 'level', label: 'toLevel' }, REASON] },
  { type: 'hand-down', asks: [{ name: 'unitId', kind: 'unit', label: 'toUnitBelow' }, REASON] },
  { type: 'ask-extension', asks: [{ name: 'amount', kind: 'number', label: 'amount' }, REASON] },
  { type: 'ask-suspension', asks: [{ name: 'cause', kind: 'cause', label: 'cause' }, text('text', 'safety', 4000), { name: 'until', kind: 'date', label: 'resumesOn', hour: '08:00' }] },
  { type: 'name-helper', asks: [{ name: 'unitId', kind: 'unit', label: 'helper' }, text('text', 'whatToDo', 2000), { name: 'hours', kind: 'number', label: 'hours', optional: true }] },
  { type: 'supervise', asks: [choice('supervision', 'supervisionLevel', [['NORMAL', 'normal'], ['YELLOW', 'yellow'], ['RED', 'red']]), REASON], bulk: true },
  { type: 'name-sponsor', asks: [{ name: 'staffId', kind: 'staff', label: 'sponsor' }, { name: 'until', kind: 'date', label: 'deadline', hour: '18:00' }] },
  { type: 'record-conference', asks: [{ name: 'parties', kind: 'lines', label: 'parties' }, text('text', 'conclusion', 4000), { name: 'tasks', kind: 'lines', label: 'conferenceTasks', optional: true }] },
  { type: 'take-to-hard-case-desk', asks: [REASON] },
  { type: 'merge', asks: [{ name: 'caseId', kind: 'line', label: 'intoCase', most: 64 }, REASON] },
  { type: 'undo-merge', asks: [REASON] },
  { type: 'dismiss-duplicate', asks: [{ name: 'caseId', kind: 'line', label: 'otherCase', most: 64 }, REASON] },
  { type: 'refer-outside', asks: [{ name: 'body', kind: 'line', label: 'body', most: 200 }, REASON] },
  { type: 'cancel', asks: [REASON], bulk: true },
  { type: 'reopen', asks: [REASON] },
  { type: 'comment', asks: [text('text', 'comment', 4000), { ...PHOTOS, moment: 'BEFORE' }], bulk: true },
];

export function commandOf(type: string): Command | undefined {
  return COMMANDS.find((command) => command.type === type);
}

export type Offer = Command & Action;

/** The page's commands with what the service says of each; what only one of the two knows is left out. */
export function offers(actions: Action[]): Offer[] {
  return COMMANDS.flatMap((command) => {
    const said = actions.find((action) => action.type === command.type);
    return said ? [{ ...command, ...said }] : [];
  });
}

/** The questions that stand now. */
export function asked(command: Command, answers: Answers, theCase: CaseView | null): Ask[] {
  return command.asks.filter((ask) => !ask.when || (theCase ? ask.when(answers, theCase) : ask.name !== 'returnJustified'));
}

/** The first question that is not answered, if any. */
export function missing(command: Command, answers: Answers, theCase: CaseView | null): Ask | undefined {
  return asked(command, answers, theCase).find((ask) => !ask.optional && !(answers[ask.name] ?? '').trim());
}

/** The command as the service wants it; empty answers to optional questions are left out. */
export function commandBody(id: string, command: Command, answers: Answers, theCase: CaseView | null, attachmentIds: string[] = []): Record<string, unknown> {
  const body: Record<string, unknown> = { id, type: command.type };
  for (const ask of asked(command, answers, theCase)) {
    if (ask.kind === 'photos') {
      if (attachmentIds.length > 0) body.attachmentIds = attachmentIds;
      continue;
    }
    const value = (answers[ask.name] ?? '').trim();
    if (value || !ask.optional) body[ask.name] = typed(value, ask);
  }
  return body;
}

function typed(value: string, ask: Ask): unknown {
  if (ask.yesNo) return value === 'true';
  if (ask.kind === 'number' || ask.kind === 'task') return Number(value);
  if (ask.kind === 'date') return `${value}T${ask.hour ?? '18:00'}:00+08:00`;
  if (ask.kind === 'lines') return value.split(/[\n、，,；;]+/).map((line) => line.trim()).filter(Boolean);
  return value;
}

function text(name: string, label: string, most: number): Ask {
  return { name, kind: 'text', label, most };
}

function choice(name: string, label: string, options: [string, string][]): Ask {
  return { name, kind: 'choice', label, options };
}

function yesNo(name: string, label: string, yes: string, no: string): Ask {
  return { name, kind: 'choice', label, options: [['true', yes], ['false', no]], yesNo: true };
}

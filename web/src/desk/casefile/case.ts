/** A case and what belongs to it, as dispatch tells them; only what the screens read. Times are RFC 3339. */
/** GeoJSON: longitude, latitude. */
export interface Point { type: string; coordinates: [number, number] }

export interface Unit {
  unitId: string;
  nameZh: string;
  nameEn: string;
  level: string;
  path?: string[];
}

export interface Remaining {
  amount: number;
  unit: 'EMERGENCY_MINUTE' | 'EMERGENCY_HOUR' | 'WORK_MINUTE' | 'WORK_HOUR' | 'WORKDAY' | 'NATURAL_DAY';
  overdue: boolean;
  textZh: string;
  textEn: string;
}

export type CaseState =
  | 'PENDING_CONFIRMATION' | 'PENDING_DISPATCH' | 'PENDING_ACCEPTANCE' | 'IN_PROGRESS' | 'SUSPENDED' | 'PENDING_CHECK'
  | 'PENDING_CALLBACK' | 'PENDING_DECISION' | 'CLOSED' | 'NOT_FILED' | 'CANCELLED' | 'REFERRED_OUTSIDE' | 'MERGED';

export type Supervision = 'NONE' | 'NORMAL' | 'YELLOW' | 'RED';

export interface Task {
  number: number;
  unit?: Unit;
  what: string;
  dueAt: string;
  ended: boolean;
}

export interface Proceedings {
  measures: number;
  mediations: number;
  escalation?: { reason: string; tried: string };
  extensions: { granted: number; asked?: { amount: number; unit: Remaining['unit'] | string; endorsed: boolean } };
  suspension?: { status: 'ASKED' | 'RUNNING' | 'OVER'; cause: string; until: string; since?: string };
  returnToJudge: boolean;
  unjustifiedReturns: number;
  supervision: { level: Supervision; owedBy?: Unit; replyDueAt?: string };
  tasks: Task[];
  sponsor?: { staffId: string; name?: string; deadline: string };
  mergedInto?: string;
  joined: string[];
  criticism?: { replyDueAt: string; repliedAt?: string };
}

export interface CaseView {
  id: string;
  caseNumber: string;
  trackingNumber?: string;
  state: CaseState;
  stateZh: string;
  stateEn: string;
  version: number;
  category?: { code: string; classZh: string; subclassZh: string; classEn: string; subclassEn: string; scale?: string };
  text: string;
  location?: Point;
  gridCode?: string;
  territoryPath?: string[];
  urgency: 'NORMAL' | 'EMERGENCY' | string;
  channel?: string;
  nature?: string;
  level?: string;
  holder?: Unit;
  hold?: { number: number; startedAt: string; acceptanceDueAt?: string; handlingDueAt: string; provisional: boolean };
  route?: { code: string; ruleId?: string; ruleTitle?: string };
  stateDueAt?: string;
  remaining?: Remaining;
  dueAt?: string;
  superiorLimit?: { answerBy?: string; decides: boolean; orders?: { caseId: string; number?: string; answerBy?: string }[] };
  provisional?: boolean;
  overdue: boolean;
  settledOnSpot?: boolean;
  roundId?: string;
  reworks: number;
  returns: number;
  receivedAt: string;
  openedAt: string;
  closedAt?: string;
  closeReason?: string;
  grade?: string;
  onTime?: boolean;
  asset?: { id: string; known: boolean; nameZh?: string; owner?: Unit; point?: Point };
  hardCase?: { proposed: boolean; leaderId?: string; leaderName?: string };
  proceedings: Proceedings;
}

/** What the caller may do, or why not. */
export interface Action {
  type: string;
  zh: string;
  en: string;
  allowed: boolean;
  code?: string;
  reason?: string;
  remedy?: string;
}

export interface Entry {
  id: string;
  seq: number;
  type: string;
  typeZh?: string;
  typeEn?: string;
  time: string;
  by?: { kind?: string; id?: string; name?: string };
  unit?: { id: string; nameZh?: string; nameEn?: string };
  state?: CaseState;
  what?: Record<string, unknown>;
  prevHash?: string;
  hash?: string;
}

export const OVER: ReadonlySet<CaseState> = new Set<CaseState>(['CLOSED', 'NOT_FILED', 'CANCELLED', 'REFERRED_OUTSIDE', 'MERGED']);

export function isOver(theCase: Pick<CaseView, 'state'>): boolean {
  return OVER.has(theCase.state);
}

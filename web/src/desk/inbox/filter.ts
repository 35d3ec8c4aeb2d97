/** What a list is narrowed to. It stands in the address, so that Back and a copied link bring it again. */
export interface Filter {
  tab: string;
  q: string;
  state: string[];
  level: string[];
  category: string;
  unitId: string;
  gridCode: string;
  /** The last unit that is known of its place: what lies in no grid lies in the one above. */
  placeId: string;
  overdue: boolean;
  /** NORMAL, YELLOW, RED. */
  supervision: string[];
  /** Days of the district, 2026-11-23: due on or after, due on or before. */
  dueFrom: string;
  dueTo: string;
  /** Opened on or after, on or before; closed likewise. */
  openedFrom: string;
  openedTo: string;
  closedFrom: string;
  closedTo: string;
  mine: boolean;
}

export const TABS = ['inbox', 'all', 'reported', 'approvals', 'helping', 'supervised', 'sponsored', 'hard'] as const;

export const NO_FILTER: Filter = { tab: 'inbox', q: '', state: [], level: [], category: '', unitId: '', gridCode: '', placeId: '', overdue: false, supervision: [], dueFrom: '', dueTo: '', openedFrom: '', openedTo: '', closedFrom: '', closedTo: '', mine: false };

/** 未结: all that is not over, under one name in the address. */
export const OPEN = 'OPEN';
const OPEN_STATES = ['PENDING_CONFIRMATION', 'PENDING_DISPATCH', 'PENDING_ACCEPTANCE', 'IN_PROGRESS', 'SUSPENDED', 'PENDING_CHECK', 'PENDING_CALLBACK', 'PENDING_DECISION'];

/** The days that a list is narrowed by. */
export const DAYS = ['dueFrom', 'dueTo', 'openedFrom', 'openedTo', 'closedFrom', 'closedTo'] as const;

type Query = Record<string, unknown>;

export function fromAddress(query: Query, home = 'inbox'): Filter {
  return {
    tab: one(query.tab) || home,
    q: one(query.q),
    state: several(query.state),
    level: several(query.level),
    category: one(query.category),
    unitId: one(query.unitId),
    gridCode: one(query.gridCode),
    placeId: one(query.placeId),
    overdue: one(query.overdue) === 'true',
    supervision: several(query.supervision),
    dueFrom: day(query.dueFrom),
    dueTo: day(query.dueTo),
    openedFrom: day(query.openedFrom),
    openedTo: day(query.openedTo),
    closedFrom: day(query.closedFrom),
    closedTo: day(query.closedTo),
    mine: one(query.mine) === 'true',
  };
}

/** Only what differs from an unfiltered inbox. */
export function toAddress(filter: Filter): Record<string, string> {
  const address: Record<string, string> = {};
  if (filter.tab !== 'inbox') address.tab = filter.tab;
  for (const name of ['q', 'category', 'unitId', 'gridCode', 'placeId', ...DAYS] as const) if (filter[name].trim()) address[name] = filter[name].trim();
  if (filter.state.length > 0) address.state = filter.state.join(',');
  for (const name of ['level', 'supervision'] as const) if (filter[name].length > 0) address[name] = filter[name].join(',');
  if (filter.overdue) address.overdue = 'true';
  if (filter.mine) address.mine = 'true';
  return address;
}

/** For GET /cases and its export. @param me staff id of who looks */
export function toQuery(filter: Filter, me: string): Record<string, string> {
  const query: Record<string, string> = { tab: filter.tab, ...searched(filter.q) };
  if (filter.state.length > 0) query.state = filter.state.flatMap((state) => (state === OPEN ? OPEN_STATES : [state])).join(',');
  for (const name of ['level', 'supervision'] as const) if (filter[name].length > 0) query[name] = filter[name].join(',');
  if (filter.category) query.category = filter.category;
  if (filter.unitId) query.unitId = filter.unitId;
  if (filter.gridCode) query.gridCode = filter.gridCode;
  if (filter.placeId) query.placeId = filter.placeId;
  if (filter.overdue) query.overdue = 'true';
  for (const what of ['due', 'opened', 'closed'] as const) {
    const [from, to] = [filter[`${what}From`], filter[`${what}To`]];
    if (from) query[`${what}After`] = `${from}T00:00:00+08:00`;
    if (to) query[`${what}Before`] = `${nextDay(to)}T00:00:00+08:00`;
  }
  if (filter.mine) query.person = me;
  return query;
}

/** Numbers are looked up, words are searched for. 990100001-20260302-0007 is a case; 990100-20260302-000007 a report. */
export function searched(q: string): Record<string, string> {
  const typed = q.trim();
  if (!typed) return {};
  if (/^\d{9,}-\d{8}-\d+$/.test(typed)) return { caseNumber: typed };
  if (/^\d{6,8}-\d{4,8}-?\d*$/.test(typed)) return { trackingNumber: typed };
  return { text: typed };
}

/** How many conditions there are beside the tab and the words: they stand on the button that opens them. */
export function narrowings(filter: Filter): number {
  return [filter.state.length, filter.level.length, filter.supervision.length, filter.category, filter.unitId, filter.gridCode, filter.placeId, filter.overdue, ...DAYS.map((name) => filter[name]), filter.mine].filter(Boolean).length;
}

function one(value: unknown): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? one(value[0]) : '';
}

function several(value: unknown): string[] {
  return one(value).split(',').map((part) => part.trim()).filter(Boolean);
}

function day(value: unknown): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(one(value)) ? one(value) : '';
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

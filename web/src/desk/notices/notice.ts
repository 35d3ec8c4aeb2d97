/** A notice as its reader sees it. */
export interface Notice {
  id: string;
  subject: string;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  facts: Record<string, string>;
  caseId?: string;
  urgent: boolean;
  at: string;
  read: boolean;
}

/** Notices of one subject and kind of case: one line with a count, which opens to them. */
export interface Group {
  key: string;
  subject: string;
  category?: string;
  urgent: boolean;
  unread: number;
  /** Newest first. */
  notices: Notice[];
}

/** Urgent ones first, then the group with the newest notice. @param notices in any order */
export function grouped(notices: Notice[]): Group[] {
  const groups = new Map<string, Group>();
  for (const notice of [...notices].sort((a, b) => b.at.localeCompare(a.at))) {
    const category = notice.facts.category;
    const key = `${notice.subject} ${category ?? ''}`;
    const group = groups.get(key) ?? { key, subject: notice.subject, category, urgent: false, unread: 0, notices: [] };
    group.notices.push(notice);
    if (!notice.read) {
      group.unread++;
      group.urgent ||= notice.urgent;
    }
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(b.urgent) - Number(a.urgent) || b.notices[0]!.at.localeCompare(a.notices[0]!.at));
}

/** A new one comes in its place; the same one again changes nothing. */
export function withNew(notices: Notice[], one: Notice): Notice[] {
  return notices.some((known) => known.id === one.id) ? notices : [one, ...notices];
}

export function badgeOf({ unread, more }: Count): string {
  return more ? '99+' : String(unread);
}

export interface Count { unread: number; more: boolean }

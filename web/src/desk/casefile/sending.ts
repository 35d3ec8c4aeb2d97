import { newId } from '../../api/ids';
import type { Problem } from '../../api/problem';
import type { CaseView } from './case';

interface Sender {
  post<T>(path: string, body?: unknown, version?: string | number): Promise<T>;
}

/**
 * One deed: its id is made once, and stays the same while nobody knows whether it was done, so that sending again can never
 * do it twice. After a refusal, which says that it was not done, the next try is another deed.
 */
export class Deed {
  private id = newId();

  constructor(private readonly api: Sender) {}

  get currentId(): string {
    return this.id;
  }

  async send(caseId: string, body: (id: string) => unknown, version: number): Promise<CaseView> {
    try {
      return await this.api.post<CaseView>(`/api/v1/cases/${encodeURIComponent(caseId)}/commands`, body(this.id), version);
    } catch (problem) {
      if (!(problem as Problem).worthRepeating) this.id = newId();
      throw problem;
    }
  }
}

const DRAFT = 'wangge.draft.';

/** What is typed and not yet sent: kept in this tab, so that a session that ends takes nothing with it. */
export const drafts = {
  read(who: string, caseId: string, type: string): Record<string, string> | null {
    try {
      return JSON.parse(sessionStorage.getItem(key(who, caseId, type)) ?? 'null');
    } catch {
      return null;
    }
  },
  keep(who: string, caseId: string, type: string, answers: Record<string, string>): void {
    const written = Object.fromEntries(Object.entries(answers).filter(([, value]) => value));
    try {
      if (Object.keys(written).length === 0) sessionStorage.removeItem(key(who, caseId, type));
      else sessionStorage.setItem(key(who, caseId, type), JSON.stringify(written));
    } catch {
      // A browser without room or leave: then the form alone keeps it.
    }
  },
  forget(who: string, caseId: string, type: string): void {
    try {
      sessionStorage.removeItem(key(who, caseId, type));
    } catch {
      // Nothing was kept.
    }
  },
};

function key(who: string, caseId: string, type: string): string {
  return `${DRAFT}${who}.${caseId}.${type}`;
}

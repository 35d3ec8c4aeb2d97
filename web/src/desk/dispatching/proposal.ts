/** Where a case would go, as `GET /cases/{id}/route` proposes it while it waits for the dispatcher. */
export interface Proposed {
  unitId?: string;
  nameZh?: string;
  nameEn?: string;
  category?: string;
  byRule: boolean;
  reason: { code: string; ruleId?: string; ruleBookVersion?: number };
  rule?: { id: string; title: string; condition?: string };
  helpers: string[];
}

export interface RouteAnswer {
  caseId: string;
  present?: { code: string };
  opened?: { unitId: string; byPerson: boolean; mandate?: unknown };
  proposed?: Proposed;
}

export interface Suggestion {
  category: string;
  subclassZh: string;
  subclassEn: string;
  confidence: number;
  words: string[];
}

/** Below it a guess says nothing: no unit is proposed from it by itself. */
const SURE_ENOUGH = 0.3;

/** The category that is asked about: what somebody chose, what the case has, what its words suggest clearly. */
export function categoryToAsk(chosen: string | null, own: string | undefined, suggestions: Suggestion[]): { code: string | null; guessed: boolean } {
  if (chosen) return { code: chosen, guessed: false };
  if (own) return { code: own, guessed: false };
  const [best] = suggestions;
  return best && best.confidence >= SURE_ENOUGH ? { code: best.category, guessed: true } : { code: null, guessed: false };
}

/** What is sent, as the page stands; null while something that only the dispatcher knows is missing. */
export function dispatchBody(
  id: string,
  { unitId, category, ownCategory, returnToJudge, justified }: { unitId: string | null; category: string | null; ownCategory: string | undefined; returnToJudge: boolean; justified: boolean | null },
): Record<string, unknown> | null {
  if (!unitId || (!category && !ownCategory) || (returnToJudge && justified === null)) return null;
  const body: Record<string, unknown> = { id, type: 'dispatch', unitId };
  if (category && category !== ownCategory) body.category = category;
  if (returnToJudge) body.returnJustified = justified;
  return body;
}

/** What is missing, as a word of this room; null when it can be sent. */
export function missing(standing: { unitId: string | null; category: string | null; ownCategory: string | undefined; returnToJudge: boolean; justified: boolean | null }): 'category' | 'unit' | 'justified' | null {
  if (!standing.category && !standing.ownCategory) return 'category';
  if (!standing.unitId) return 'unit';
  return standing.returnToJudge && standing.justified === null ? 'justified' : null;
}

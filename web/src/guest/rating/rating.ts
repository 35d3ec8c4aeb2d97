export const GRADES = ['VERY_SATISFIED', 'SATISFIED', 'FAIR', 'UNSATISFIED'] as const;

/** What a link is about (GET /api/v1/callbacks/by-token/{token}). */
export interface Asked { caseNumber?: string; category?: { zh?: string; en?: string }; tags: string[] }

export interface Answer { settled: boolean | null; grade: string; tags: string[]; comment: string }

/** As the ledger wants it: what is empty is left out. */
export function ratingBody({ settled, grade, tags, comment }: Answer): Record<string, unknown> {
  return { settled, grade, tags: [...tags], ...(comment.trim() && { comment: comment.trim() }) };
}

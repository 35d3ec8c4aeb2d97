import type { CaseState } from '../casefile/case';
import { reportBody, type Draft } from '../entry/draft';

/** 上级交办 as intake keeps it. */
export interface Order {
  issuer: string;
  number: string;
  reportId: string;
  trackingNumber: string;
  text: string;
  caseNumber?: string;
  state?: CaseState;
  /** The case that it was merged into, whose end is its own. */
  carriedBy?: string;
  answerBy?: string;
  caseDueAt?: string;
  /** The earlier of both limits. */
  dueAt?: string;
  late: boolean;
  open: boolean;
  takenAt: string;
  answers: { id: string; outcome: Outcome; text: string; at: string; responded?: boolean; settled?: boolean; satisfied?: boolean }[];
}

export const OUTCOMES = ['RECORDED', 'SETTLED', 'NEEDS_SUPERIOR'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Issuer and number in one part of an address; neither has a bar in it. */
export function keyOf({ issuer, number }: Pick<Order, 'issuer' | 'number'>): string {
  return `${issuer}|${number}`;
}

export function pathOf(key: string): string {
  return `/api/v1/orders/${key.split('|').map(encodeURIComponent).join('/')}`;
}

/** What `POST /api/v1/orders` takes. Its id follows from issuer and number. @param by a superior's limit, in the district's time: 2026-11-25T10:00 */
export function takeInBody(issuer: string, number: string, by: string, draft: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = { ...reportBody(draft), issuer: issuer.trim(), number: number.trim() };
  delete body.id;
  if (by) body.answerBy = `${by}:00+08:00`;
  return body;
}

import type { Draft } from '../entry/draft';
import { followBody, reportBody } from '../entry/draft';

/** A call as intake shows it to agents: neither number nor name in full. */
export interface Call {
  id: string;
  state: 'RINGING' | 'ANSWERED' | 'ENDED';
  line: { number: string; nameZh: string; nameEn: string };
  /** Masked; absent when it is withheld. */
  number?: string;
  personKnown: boolean;
  agentId?: string;
  rangAt?: string;
  answeredAt?: string;
  endedAt?: string;
  reportIds: string[];
  transfers: { id: string; toLine?: string; toUnitId?: string; toAgentId?: string; reason: string; at: string }[];
}

export interface Caller {
  personId: string;
  name?: string;
  phone?: string;
  reports: History[];
}

export interface History {
  id: string;
  trackingNumber: string;
  receivedAt: string;
  category?: string;
  text: string;
  caseNumber?: string;
  state?: string;
}

export interface Receipt { id: string; trackingNumber: string; gridCode?: string }

/** When it came to the desk. */
export function momentOf(call: Call): string {
  return call.rangAt ?? call.answeredAt ?? call.endedAt ?? '';
}

/** What rings comes first, then the newest. */
export function inOrder(calls: Iterable<Call>): Call[] {
  const rings = (call: Call) => (call.state === 'RINGING' ? 0 : 1);
  return [...calls].sort((a, b) => rings(a) - rings(b) || momentOf(b).localeCompare(momentOf(a)));
}

/** A call that began to ring: the one that pops up. */
export function beginsToRing(call: Call, before: Call | undefined): boolean {
  return call.state === 'RINGING' && before?.state !== 'RINGING';
}

/** Where a report of it is sent: the call says channel, source and caller; without one it is a report of the hotline about a number. */
export interface Source { callId?: string; phone?: string; personId?: string }

export function filing(source: Source, draft: Draft): { path: string; body: Record<string, unknown> } {
  const body = reportBody(draft);
  if (source.callId) return { path: `/api/v1/calls/${encodeURIComponent(source.callId)}/reports`, body };
  return { path: '/api/v1/reports', body: { ...body, channel: 'HOTLINE', resident: residentOf(source, draft) } };
}

export function following(source: Source, draft: Draft, reportId: string): { path: string; body: Record<string, unknown> } {
  const body = followBody(draft);
  const path = `/api/v1/reports/${encodeURIComponent(reportId)}/followers`;
  if (source.callId) return { path, body: { ...body, callId: source.callId } };
  return { path, body: { ...body, resident: residentOf(source, draft) } };
}

/** A number that was looked up names the caller, unless somebody else is to be called back. */
function residentOf({ phone }: Source, { residentName, residentPhone }: Draft): Record<string, string> {
  const name = residentName.trim();
  return { ...(name && { name }), phone: residentPhone.trim() || phone || '' };
}

import type { Finding } from '../book';

/** What is wrong with one thing: findings say `category 0101`, or a place within it, `rule night-noise`. */
export function findingsOf(findings: Finding[] | undefined, kind: string, id: string): Finding[] {
  return (findings ?? []).filter(({ where }) => where === `${kind} ${id}` || where.startsWith(`${kind} ${id} `) || where.startsWith(`${kind} ${id}.`));
}

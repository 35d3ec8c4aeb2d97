/** What somebody signs in with, as the gateway tells an administrator. */
export interface Account {
  username: string;
  staffId: string;
  disabledAt?: string;
  lockedUntil?: string;
  oneTimeUntil?: string;
  passwordSetAt?: string;
  sessions: number;
  lastSeenAt?: string;
  /** For one sign-in, shown this once. */
  password?: string;
}

export type Act = 'reset' | 'out' | 'disable' | 'enable';
export type Standing = 'DISABLED' | 'LOCKED' | 'ONE_TIME' | 'ONE_TIME_OVER' | 'IN_USE';

export function standingOf(account: Account, now: number): Standing {
  if (account.disabledAt) return 'DISABLED';
  if (account.lockedUntil && Date.parse(account.lockedUntil) > now) return 'LOCKED';
  if (account.oneTimeUntil) return Date.parse(account.oneTimeUntil) > now ? 'ONE_TIME' : 'ONE_TIME_OVER';
  return 'IN_USE';
}

/** Nobody disables the own account or gives himself a password for one time: there would be no way back. */
export function actsOn(account: Account, own: boolean): Act[] {
  if (account.disabledAt) return ['enable'];
  const acts: Act[] = own ? [] : ['reset'];
  if (account.sessions > 0) acts.push('out');
  return own ? acts : [...acts, 'disable'];
}

/** A name to sign in with, as the first ones were named. */
export function nameFor(staffId: string): string {
  return staffId.replace(/^staff-/, '').toLowerCase().replace(/[^a-z0-9._-]/g, '-').slice(0, 64);
}

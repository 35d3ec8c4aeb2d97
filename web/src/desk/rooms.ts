import type { Component } from 'vue';

/** What a person sees first, and which rooms are open to their roles. The services decide again at every call. */
const HOLDERS = ['GRID_WORKER', 'GRID_HEAD', 'COMMUNITY_CLERK', 'HANDLER', 'DISPATCHER', 'INSPECTOR', 'LEADER'];
const REPORTED_TO = ['LEADER', 'INSPECTOR', 'DISPATCHER', 'COMMUNITY_CLERK', 'AUDITOR', 'ADMIN'];
const IMPORTERS = ['COMMUNITY_CLERK', 'DISPATCHER', 'HOTLINE_AGENT', 'ADMIN'];

export interface Room {
  /** Its name in the address, `#/ID`, and in the words, `rooms.ID`. */
  id: string;
  open: (roles: string[]) => boolean;
  /** Loaded when first entered. */
  screen: () => Promise<Component>;
  /** Not in the list of rooms: another way leads there. */
  unlisted?: boolean;
}

const anyOf = (...wanted: string[]) => (roles: string[]) => roles.some((role) => wanted.includes(role));
const onlyLooksOn = (roles: string[]) => roles.every((role) => ['AUDITOR', 'ADMIN'].includes(role));

/** In the order of the list. */
export const ROOMS: Room[] = [
  { id: 'report', open: (roles) => !onlyLooksOn(roles), screen: () => import('./report/Report.vue') },
  { id: 'hotline', open: anyOf('HOTLINE_AGENT'), screen: () => import('./hotline/Hotline.vue') },
  { id: 'approvals', open: anyOf('LEADER'), screen: () => import('./approvals/Approvals.vue') },
  { id: 'oversight', open: (roles) => roles.includes('INSPECTOR') && !roles.includes('LEADER'), screen: () => import('./approvals/Approvals.vue') },
  { id: 'dispatching', open: anyOf('DISPATCHER'), screen: () => import('./dispatching/Dispatching.vue') },
  { id: 'inbox', open: anyOf(...HOLDERS), screen: () => import('./inbox/Inbox.vue') },
  { id: 'print', open: () => true, screen: () => import('./print/Print.vue'), unlisted: true },
  { id: 'callbacks', open: anyOf('CALLBACK_CLERK'), screen: () => import('./callbacks/Callbacks.vue') },
  { id: 'orders', open: anyOf('HOTLINE_AGENT', 'DISPATCHER'), screen: () => import('./orders/Orders.vue') },
  { id: 'ledger', open: () => true, screen: () => import('./ledger/Ledger.vue') },
  { id: 'audit', open: anyOf('AUDITOR'), screen: () => import('./audit/Audit.vue') },
  { id: 'figures', open: anyOf('LEADER', 'INSPECTOR', 'DISPATCHER', 'COMMUNITY_CLERK', 'AUDITOR'), screen: () => import('./figures/Figures.vue') },
  { id: 'bulletins', open: anyOf(...REPORTED_TO), screen: () => import('./bulletins/Bulletins.vue') },
  { id: 'imports', open: anyOf(...IMPORTERS), screen: () => import('./imports/Imports.vue') },
  { id: 'administration', open: anyOf('ADMIN'), screen: () => import('./administration/Administration.vue') },
  { id: 'screens', open: anyOf('ADMIN', 'LEADER'), screen: () => import('./screens/Screens.vue') },
  { id: 'account', open: () => true, screen: () => import('./account/Account.vue'), unlisted: true },
  { id: 'notices', open: () => true, screen: () => import('./notices/Notices.vue'), unlisted: true },
];

/** The rooms in the list of somebody with these roles. */
export function roomsFor(roles: string[]): Room[] {
  return ROOMS.filter((room) => !room.unlisted && room.open(roles));
}

export function mayEnter(id: string | undefined, roles: string[]): boolean {
  return ROOMS.some((room) => room.id === id && room.open(roles));
}

/** Whose day is out in the grid: on a phone the field app is their work, which goes on without a network. */
export function worksOutdoors(roles: string[]): boolean {
  return roles.length > 0 && roles.every((role) => role === 'GRID_WORKER');
}

export function homeFor(roles: string[]): string {
  if (roles.includes('GRID_WORKER')) return 'report';
  if (roles.includes('HOTLINE_AGENT')) return 'hotline';
  if (roles.includes('CALLBACK_CLERK')) return 'callbacks';
  if (roles.includes('DISPATCHER')) return 'dispatching';
  if (roles.includes('AUDITOR')) return 'audit';
  if (roles.includes('LEADER')) return 'approvals';
  if (roles.includes('INSPECTOR')) return 'oversight';
  if (roles.includes('ADMIN')) return 'administration';
  return roomsFor(roles).some((room) => room.id === 'inbox') ? 'inbox' : 'ledger';
}

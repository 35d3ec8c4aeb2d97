/** What a person sees first, and which rooms are open to their roles. The services decide again at every call. */
const HOLDERS = ['GRID_WORKER', 'GRID_HEAD', 'COMMUNITY_CLERK', 'HANDLER', 'DISPATCHER', 'INSPECTOR', 'LEADER'];
const REPORTED_TO = ['LEADER', 'INSPECTOR', 'DISPATCHER', 'COMMUNITY_CLERK', 'AUDITOR', 'ADMIN'];
const IMPORTERS = ['COMMUNITY_CLERK', 'DISPATCHER', 'HOTLINE_AGENT', 'ADMIN'];
const CHAIN_CHECKERS = ['AUDITOR', 'ADMIN', 'INSPECTOR', 'LEADER'];

export const ROOMS = [
  { id: 'report', zh: '上报', en: 'Report' },
  { id: 'inbox', zh: '待办', en: 'To do' },
  { id: 'callbacks', zh: '回访', en: 'Callbacks' },
  { id: 'ledger', zh: '台账', en: 'Ledger' },
  { id: 'bulletins', zh: '通报', en: 'Bulletins' },
  { id: 'imports', zh: '导入', en: 'Import' },
];

export function roomsFor(roles) {
  const open = new Set(['report', 'ledger']);
  if (roles.some((role) => HOLDERS.includes(role))) open.add('inbox');
  if (roles.includes('CALLBACK_CLERK')) open.add('callbacks');
  if (roles.some((role) => REPORTED_TO.includes(role))) open.add('bulletins');
  if (roles.some((role) => IMPORTERS.includes(role))) open.add('imports');
  if (roles.every((role) => ['AUDITOR', 'ADMIN'].includes(role))) open.delete('report');
  return ROOMS.filter((room) => open.has(room.id));
}

export function homeFor(roles) {
  if (roles.includes('GRID_WORKER') || roles.includes('HOTLINE_AGENT')) return 'report';
  if (roles.includes('CALLBACK_CLERK')) return 'callbacks';
  return roomsFor(roles).some((room) => room.id === 'inbox') ? 'inbox' : 'ledger';
}

export function mayCheckChain(roles) {
  return roles.some((role) => CHAIN_CHECKERS.includes(role));
}

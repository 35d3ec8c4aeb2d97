/** What a person sees first, and which rooms are open to their roles. The services decide again at every call. */
const HOLDERS = ['GRID_WORKER', 'GRID_HEAD', 'COMMUNITY_CLERK', 'HANDLER', 'DISPATCHER', 'INSPECTOR', 'LEADER'];
const REPORTED_TO = ['LEADER', 'INSPECTOR', 'DISPATCHER', 'COMMUNITY_CLERK', 'AUDITOR', 'ADMIN'];
const IMPORTERS = ['COMMUNITY_CLERK', 'DISPATCHER', 'HOTLINE_AGENT', 'ADMIN'];
const CHAIN_CHECKERS = ['AUDITOR', 'ADMIN', 'INSPECTOR', 'LEADER'];

export const ROOMS = [
  { id: 'report', zh: '上报', en: 'Report' },
  { id: 'hotline', zh: '来电', en: 'Calls' },
  { id: 'inbox', zh: '待办', en: 'To do' },
  { id: 'callbacks', zh: '回访', en: 'Callbacks' },
  { id: 'orders', zh: '交办', en: 'Orders' },
  { id: 'ledger', zh: '台账', en: 'Ledger' },
  { id: 'bulletins', zh: '通报', en: 'Bulletins' },
  { id: 'imports', zh: '导入', en: 'Import' },
];

export function roomsFor(roles) {
  const open = new Set(['report', 'ledger']);
  if (roles.some((role) => HOLDERS.includes(role))) open.add('inbox');
  if (roles.includes('CALLBACK_CLERK')) open.add('callbacks');
  if (roles.includes('HOTLINE_AGENT')) open.add('hotline');
  if (roles.includes('HOTLINE_AGENT') || roles.includes('DISPATCHER')) open.add('orders');
  if (roles.some((role) => REPORTED_TO.includes(role))) open.add('bulletins');
  if (roles.some((role) => IMPORTERS.includes(role))) open.add('imports');
  if (roles.every((role) => ['AUDITOR', 'ADMIN'].includes(role))) open.delete('report');
  return ROOMS.filter((room) => open.has(room.id));
}

export function homeFor(roles) {
  if (roles.includes('GRID_WORKER')) return 'report';
  if (roles.includes('HOTLINE_AGENT')) return 'hotline';
  if (roles.includes('CALLBACK_CLERK')) return 'callbacks';
  return roomsFor(roles).some((room) => room.id === 'inbox') ? 'inbox' : 'ledger';
}

export function mayCheckChain(roles) {
  return roles.some((role) => CHAIN_CHECKERS.includes(role));
}

const CHAIN_CHECKERS = ['AUDITOR', 'ADMIN', 'INSPECTOR', 'LEADER'];

export function mayCheckChain(roles) {
  return roles.some((role) => CHAIN_CHECKERS.includes(role));
}

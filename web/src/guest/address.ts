import { onBeforeUnmount, ref } from 'vue';

/** Rooms of the residents' page, as notices and messages carry their addresses: `#/track/NUMBER`, `#/rate/TOKEN`. */
export const ROOMS = ['home', 'report', 'suggest', 'criticise', 'track', 'mine', 'rate', 'faq'] as const;
export type RoomName = (typeof ROOMS)[number];

export interface Address {
  room: RoomName;
  /** A number to follow, a token to rate with; empty without one. */
  id: string;
}

/** What is no address of ours leads to the first screen. */
export function addressOf(hash: string): Address {
  const [room = '', id = ''] = hash.replace(/^#\/?/, '').split(/[/?]/);
  const known = ROOMS.find((one) => one === room);
  return known ? { room: known, id: decoded(id) } : { room: 'home', id: '' };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

export function linkTo(room: RoomName, id = ''): string {
  return `#/${room === 'home' ? '' : room}${id ? `/${encodeURIComponent(id)}` : ''}`;
}

export function useAddress() {
  const address = ref(addressOf(location.hash));
  const changed = () => (address.value = addressOf(location.hash));
  window.addEventListener('hashchange', changed);
  onBeforeUnmount(() => window.removeEventListener('hashchange', changed));
  return address;
}

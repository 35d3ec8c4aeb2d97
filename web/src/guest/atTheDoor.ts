import { inject, type InjectionKey } from 'vue';
import type { Door } from './door';

export const DOOR: InjectionKey<Door> = Symbol('door');

export function useDoor(): Door {
  return inject(DOOR)!;
}

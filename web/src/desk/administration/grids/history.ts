import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';

/** As far back as anybody goes; drawings share what they have in common. */
const STEPS = 200;

export interface History<T> {
  now: ShallowRef<T>;
  canUndo: ComputedRef<boolean>;
  canRedo: ComputedRef<boolean>;
  change(next: T): void;
  undo(): void;
  redo(): void;
  /** Begins anew: there is nothing to go back to. */
  begin(first: T): void;
}

/** What was, what is, and what was taken back. */
export function historyOf<T>(first: T): History<T> {
  const now = shallowRef(first) as ShallowRef<T>;
  const past = shallowRef<T[]>([]);
  const future = shallowRef<T[]>([]);
  return {
    now,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    change(next) {
      past.value = [...past.value.slice(1 - STEPS), now.value];
      future.value = [];
      now.value = next;
    },
    undo() {
      if (past.value.length === 0) return;
      future.value = [now.value, ...future.value];
      now.value = past.value.at(-1)!;
      past.value = past.value.slice(0, -1);
    },
    redo() {
      if (future.value.length === 0) return;
      past.value = [...past.value, now.value];
      now.value = future.value[0]!;
      future.value = future.value.slice(1);
    },
    begin(start) {
      past.value = [];
      future.value = [];
      now.value = start;
    },
  };
}

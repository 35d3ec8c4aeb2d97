import { onBeforeUnmount, onMounted, ref } from 'vue';

const KEY = 'wangge.shortcuts';

/** Shortcuts can be switched off on this device, for people whose input tools send keys of their own (WCAG 2.1.4). */
export const shortcutsOn = ref(stored());

export function switchShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

function stored(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export type Keys = Record<string, (event: KeyboardEvent) => void>;

interface Pressed {
  key: string;
  isComposing?: boolean;
  keyCode?: number;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  defaultPrevented?: boolean;
  target?: unknown;
}

/**
 * Whether a key is meant for the page: not while an input method composes (Safari sends 229 with the last one), not in a
 * field, not with Ctrl, Alt or Command, which belong to the browser.
 */
export function isForThePage(event: Pressed): boolean {
  if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return false;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !isField(event.target);
}

function isField(target: unknown): boolean {
  const element = target as { tagName?: string; type?: string; isContentEditable?: boolean } | null;
  if (!element?.tagName) return false;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toUpperCase();
  if (tag === 'INPUT') return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(element.type ?? 'text');
  return tag === 'TEXTAREA' || tag === 'SELECT';
}

/** Keys by their `event.key`; single letters without regard to capitals. */
export function useShortcuts(keys: Keys): void {
  const press = (event: KeyboardEvent) => {
    if (!shortcutsOn.value || !isForThePage(event)) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  };
  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
}

import type { Api } from '../api/client';
import type { Me } from '../session/session';

export interface EarlierContext {
  api: Api;
  me: Me;
  facts: unknown;
  id: string | null;
  go: (room: string, id?: string | null) => void;
}

export const VIEWS: Record<string, (stage: HTMLElement, context: EarlierContext) => (() => void) | undefined>;

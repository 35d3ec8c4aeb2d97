import type { Api } from '../api/client';

export interface Bell {
  element: HTMLElement;
  show(count: { unread: number; more: boolean }): void;
  onNotice(listener: (notice: unknown) => void): () => void;
  stop(): void;
}

export function bell(api: Api): Bell;

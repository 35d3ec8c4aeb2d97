import type { Api } from '../../api/client';

export function rateView(root: HTMLElement, context: { api: Api; token: string; language: HTMLElement }): Promise<void>;

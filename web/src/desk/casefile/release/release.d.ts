import type { Api } from '../../../api/client';

export function mayRelease(roleCodes: string[]): boolean;
export function releaseForm(api: Api, id: string, url: string): HTMLElement;

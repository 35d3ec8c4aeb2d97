import type { Api } from '../api/client';

export interface Facts {
  forget(): void;
  categories(): Promise<unknown[]>;
  grids(): Promise<unknown[]>;
  units(): Promise<unknown[]>;
  levels(): Promise<unknown[]>;
}

export function reference(api: Api): Facts;

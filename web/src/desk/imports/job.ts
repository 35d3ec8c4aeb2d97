/** A table on its way to become reports, as `GET /api/v1/import-jobs/{id}` has it. */
export interface Job {
  id: string; fileName: string; format: string; encoding?: string; state: JobState; rows: number; done: number; stored: number; refused: number;
  headings: string[]; columns: (string | null)[]; preview: { line?: number; cells: string[] }[]; failure?: string; errors: string; createdAt: string; fields?: string[];
}
/** One thing that is wrong with a row; `column` is the table's own heading. */
export interface Fault { line: number; column?: string; value?: string; reason: string; remedy?: string }
export type JobState = 'UPLOADED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** What columns may stand for; named in the words under `imports.fields`. */
export const FIELDS = ['TEXT', 'CATEGORY', 'GRID_CODE', 'ADDRESS', 'LONGITUDE', 'LATITUDE', 'RESIDENT_NAME', 'RESIDENT_PHONE', 'CHANNEL', 'NATURE', 'URGENCY', 'OBSERVED_AT', 'REFERENCE', 'ANSWER_BY', 'ASSET_ID'];
/** Channels of tables that name none in their rows; the first leaves it to the service. */
export const CHANNELS = ['', 'RECEPTION', 'HOTLINE', 'PATROL', 'VISIT', 'WEB', 'MEDIA', 'SUPERIOR_ORDER'];

/** Whether something may still change by itself. */
export function isMoving(job: Pick<Job, 'state'>): boolean {
  return job.state === 'RUNNING';
}

/** 0 to 100. */
export function percent(job: Pick<Job, 'rows' | 'done'>): number {
  return job.rows === 0 ? 100 : Math.floor((job.done * 100) / job.rows);
}

/** What is chosen for each column, in the service's words: null for one that is left out. */
export function mappingOf(choices: string[], channel: string): { columns: (string | null)[]; channel?: string } {
  return { columns: choices.map((code) => code || null), ...(channel ? { channel } : {}) };
}

/** Fields that stand for more than one column: only one of them would be read. */
export function twice(choices: string[]): string[] {
  return [...new Set(choices.filter((code, index) => code && choices.indexOf(code) !== index))];
}

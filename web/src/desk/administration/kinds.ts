import type { Component } from 'vue';

/** A step of a kind beside the usual ones, such as the trial run of the rule book; its component gets the kind's `book`. */
export interface ExtraStep { id: string; screen: () => Promise<Component> }

export interface Kind {
  /** As in `/api/v1/reference/{code}`, in the address and in the words, `administration.kinds.CODE`. */
  code: string;
  /** Forms of files beside JSON, which every kind has. */
  files: ('csv' | 'geojson')[];
  /** What a kind that no version is in force of begins with. */
  blank: string;
  /**
   * Edits the document: `modelValue` is the draft's content as the API has it, `update:modelValue` brings the changed one
   * (a new object), `update:valid` says whether what stands in the editor can be saved. `findings` are the server's of the
   * last check. Without one, the text editor.
   */
  editor?: () => Promise<Component>;
  extra?: ExtraStep[];
}

/** One item of the list at the left; those without a kind have a page of their own. */
export interface Group { id: string; kinds: Kind[] }

/** In the order of the list. A kind with an editor of its own names it here. */
export const GROUPS: Group[] = [
  {
    id: 'organisation',
    kinds: [
      { code: 'unit', files: ['csv'], blank: 'items', editor: () => import('./units/UnitEditor.vue') },
      { code: 'grid', files: ['csv', 'geojson'], blank: 'items', editor: () => import('./grids/GridEditor.vue') },
      { code: 'staff', files: ['csv'], blank: 'items', editor: () => import('./staff/StaffEditor.vue') },
      { code: 'grid-contact', files: [], blank: 'rows' },
      { code: 'duty-roster', files: [], blank: 'rows' },
      { code: 'ladder', files: [], blank: 'items' },
      { code: 'district', files: [], blank: 'rows' },
    ],
  },
  {
    id: 'matters',
    kinds: [
      { code: 'category', files: ['csv'], blank: 'items', editor: () => import('./categories/CategoryTable.vue') },
      { code: 'rule-book', files: [], blank: 'rules', editor: () => import('./rulebook/RuleList.vue'), extra: [{ id: 'try', screen: () => import('./rulebook/TrialRun.vue') }] },
      { code: 'mandate', files: [], blank: 'rows' },
      { code: 'asset', files: ['csv'], blank: 'rows' },
    ],
  },
  {
    id: 'limits',
    kinds: [
      { code: 'calendar', files: [], blank: 'years', editor: () => import('./calendar/CalendarSheet.vue'), extra: [{ id: 'due', screen: () => import('./calendar/DueTrial.vue') }] },
      { code: 'escalation-policy', files: [], blank: 'rows' },
      { code: 'case-policy', files: [], blank: 'rows' },
    ],
  },
];

export const KINDS: Kind[] = GROUPS.flatMap((group) => group.kinds);

export function kindOf(code: string | undefined): Kind | undefined {
  return KINDS.find((kind) => kind.code === code);
}

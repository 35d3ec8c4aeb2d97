/** Something on the map of the grids, which the list beside it says too. */
export interface Point {
  id: string;
  kind: 'task' | 'mine' | 'here';
  position: [number, number];
  label: string;
}

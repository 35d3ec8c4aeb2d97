import { defineAsyncComponent, defineComponent, h, type PropType } from 'vue';

/** What is drawn; the page says it in a table beside, too. */
export type Chart =
  | { kind: 'funnel'; label: string; steps: { name: string; value: number }[] }
  | { kind: 'trend'; label: string; x: string[]; bars: { name: string; values: number[] }[]; line: { name: string; values: (number | null)[] } };

const Drawn = defineAsyncComponent(() => import('./DrawnChart.vue'));

/** Draws on a screen with room for it; a phone has the table, and loads nothing. */
export default defineComponent({
  props: { chart: { type: Object as PropType<Chart>, required: true } },
  setup: (props) => {
    const roomy = globalThis.matchMedia?.('(min-width: 860px)').matches ?? false;
    return () => (roomy ? h(Drawn, { chart: props.chart }) : null);
  },
});

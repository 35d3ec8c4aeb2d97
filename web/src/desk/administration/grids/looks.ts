import type { FeatureLike } from 'ol/Feature';
import { asArray } from 'ol/color';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';

interface Asked {
  isSelected: (id: string) => boolean;
  isFaulty: (id: string) => boolean;
  nameOf: (id: string) => string;
}

/** How the drawing looks, by the product's colours. What is wrong has a dash and a shape: its colour alone says nothing. */
export function paints({ isSelected, isFaulty, nameOf }: Asked) {
  const tokens = getComputedStyle(document.documentElement);
  const colour = (name: string) => tokens.getPropertyValue(name).trim();
  const [jade, ink, sheet, quiet, soon] = ['--jade', '--ink', '--sheet', '--quiet', '--soon'].map(colour) as [string, string, string, string, string];
  const washed = (opacity: number) => asArray(jade).slice(0, 3).concat(opacity);
  const chosen = new Fill({ color: washed(0.18) });
  const plain = new Fill({ color: washed(0.04) });
  const corners = new Style({ image: new RegularShape({ points: 4, radius: 6, angle: Math.PI / 4, fill: new Fill({ color: sheet }), stroke: new Stroke({ color: jade, width: 2 }) }) });
  const corner = new Style({ zIndex: 2, image: new Circle({ radius: 8, fill: new Fill({ color: jade }), stroke: new Stroke({ color: sheet, width: 2 }) }) });
  const fault = new Style({
    zIndex: 3,
    image: new RegularShape({ points: 3, radius: 11, fill: new Fill({ color: soon }), stroke: new Stroke({ color: sheet, width: 2 }) }),
    text: new Text({ text: '!', offsetY: 2, font: '700 11px sans-serif', fill: new Fill({ color: sheet }) }),
  });
  return {
    grid: (feature: FeatureLike) => {
      const id = feature.get('grid') as string;
      const selected = isSelected(id);
      const faulty = isFaulty(id);
      return new Style({
        zIndex: selected ? 1 : 0,
        fill: selected ? chosen : plain,
        stroke: new Stroke({ color: faulty ? soon : selected ? jade : quiet, width: selected ? 3 : 1.5, ...(faulty && { lineDash: [8, 5] }) }),
        text: new Text({ text: nameOf(id), font: `${selected ? 700 : 500} 14px sans-serif`, fill: new Fill({ color: ink }), stroke: new Stroke({ color: sheet, width: 3 }), overflow: true }),
      });
    },
    mark: (feature: FeatureLike) => ({ corners, corner, fault })[feature.get('mark') as 'corners'],
    drawing: [
      new Style({ fill: chosen, stroke: new Stroke({ color: ink, width: 3, lineDash: [10, 6] }), image: new Circle({ radius: 6, fill: new Fill({ color: ink }), stroke: new Stroke({ color: sheet, width: 2 }) }) }),
    ],
  };
}

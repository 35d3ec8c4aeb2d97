import { h, svg } from '../dom.js';
import { bounds, featureAt, middleOf, pathOf, projection } from '../place.js';
import { gridOf } from '../reference.js';

const WIDTH = 600;

/**
 * The district's grids; a tap sets a position. The select beside it does the same for the keyboard.
 * @returns {{element: Element, mark: (position, gridCode) => void}}
 */
export function gridMap(features, { onPick }) {
  const view = projection(bounds(features), WIDTH);
  const ground = features.map((feature) => svg('path', { d: pathOf(feature, view.toXY), class: 'grid', 'data-code': gridOf(feature).code }));
  const labels = features.map((feature) => {
    const [x, y] = view.toXY(middleOf(feature));
    return svg('text', { x, y, class: 'grid-label' }, gridOf(feature).label);
  });
  const pin = svg('g', { class: 'pin', visibility: 'hidden' },
    svg('circle', { r: 16, class: 'pin-halo' }), svg('circle', { r: 7, class: 'pin-point' }));
  const element = svg('svg', {
    class: 'map', viewBox: `-2 -2 ${view.width + 4} ${view.height + 4}`, role: 'img',
    'aria-label': '网格图，点一下标出位置 Map of the grids, tap to set the position',
    onclick: (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(element.getScreenCTM().inverse());
      const position = view.toLonLat([at.x, at.y]);
      const feature = featureAt(features, position);
      onPick(position, feature ? gridOf(feature).code : null);
    },
  }, ground, labels, pin);
  return {
    element: h('div', { class: 'map-frame' }, element),
    mark(position, gridCode) {
      ground.forEach((path) => path.classList.toggle('chosen', path.dataset.code === gridCode));
      pin.setAttribute('visibility', position ? 'visible' : 'hidden');
      if (position) pin.setAttribute('transform', `translate(${view.toXY(position).join(' ')})`);
    },
  };
}

/**
 * Builds elements. Every string becomes a text node or an attribute: texts come from the street, so nothing here or in
 * any other module parses HTML.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  setProps(element, props);
  append(element, children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  setProps(element, props);
  append(element, children);
  return element;
}

function setProps(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Chinese first, English beside it. */
export function both(zh, en) {
  return [
    h('span', { lang: 'zh-CN', class: 'zh' }, zh),
    en ? ' ' : null,
    en ? h('span', { lang: 'en', class: 'en' }, en) : null,
  ];
}

/** A labelled input; the label is bound to the input for screen readers and for large touch targets. */
export function field(label, input, hint) {
  const id = input.id || `f${(field.count = (field.count ?? 0) + 1)}`;
  input.id = id;
  const hintElement = hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null;
  if (hintElement) input.setAttribute('aria-describedby', hintElement.id);
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, hintElement);
}

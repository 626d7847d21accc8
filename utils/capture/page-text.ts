/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article aside blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** A body of more elements than this is no letter. */
const MAX_NODES = 100_000;
const silent = new Set(['style', 'script', 'noscript', 'template', 'title', 'head']);

/**
 * The text below an element with its lines, at most `max` units, without what `left` matches. Walks with a pointer,
 * asks nothing of the layout, makes no markup.
 */
export function readText(root: Element, left: string, max: number): { text: string; clipped: boolean } {
  let text = '';
  let node: Node | null = root.firstChild;
  const isLeft = (element: Element) => silent.has(element.localName) || element.matches(left);
  for (let nodes = 0; node && text.length <= max && nodes < MAX_NODES; nodes += 1) {
    const element = asElement(node);
    if (node.nodeType === 3) text += (node.nodeValue ?? '').slice(0, max + 1).replace(/\s+/g, ' ');
    else if (element && blocks.has(element.localName)) text += '\n';
    let next: Node | null = element && !isLeft(element) ? element.firstChild : null;
    while (!next && node && node !== root) {
      next = node.nextSibling;
      if (next) break;
      node = node.parentNode;
      const parent = node ? asElement(node) : null;
      if (parent && parent !== root && blocks.has(parent.localName)) text += '\n';
    }
    node = next;
  }
  const lines = text
    .slice(0, max)
    .split('\n')
    .map((line) => line.trim());
  return {
    text: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    clipped: text.length > max,
  };
}

function asElement(node: Node): Element | null {
  return isElement(node) ? node : null;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/*
 * The shape of a page or an answer with every word of it gone: what a drift report may carry.
 */

const MAX = 4000;
/** Values that are shown as they are: the language of markup, nobody's words. */
const shownValues = new Set(
  'ltr rtl auto main list listitem row rowgroup grid gridcell table button link dialog alert alertdialog tab tablist tabpanel banner navigation region search menu menuitem menubar toolbar tooltip heading img presentation none group separator textbox checkbox radio option listbox combobox complementary contentinfo article status tree treeitem'.split(
    ' ',
  ),
);

/**
 * The markup of an element: tags, attribute names, class names and roles; text and all other values as lengths.
 * Inside `closed` (the mail's own markup) nothing is shown, not even class names.
 */
export function censorMarkup(root: Element | null, closed: string): string {
  if (!root) return '(nothing)';
  let out = '';
  const stack: (Element | string)[] = [root];
  while (stack.length > 0 && out.length < MAX) {
    const next = stack.pop();
    if (next === undefined) break;
    if (typeof next === 'string') {
      out += next;
      continue;
    }
    const tag = next.localName.slice(0, 20).replace(/[^a-z0-9]/g, '');
    out += `<${tag}${attributes(next)}>`;
    if (next.matches(closed)) {
      out += `(${next.childNodes.length} nodes)</>`;
      continue;
    }
    let words = 0;
    for (const child of next.childNodes) if (child.nodeType === 3) words += child.nodeValue?.length ?? 0;
    if (words > 0) out += `(${words})`;
    stack.push('</>', ...[...next.children].slice(0, 60).reverse());
  }
  return out.slice(0, MAX);
}

function attributes(element: Element): string {
  let out = '';
  for (const { name, value } of [...element.attributes].slice(0, 20)) {
    if (!/^[a-z-]{1,30}$/.test(name)) continue;
    if (name === 'class') out += ` class="${value.split(/\s+/).slice(0, 8).filter(isCode).join(' ')}"`;
    else if ((name === 'role' || name === 'dir') && shownValues.has(value)) out += ` ${name}="${value}"`;
    else out += ` ${name}=${value.length}`;
  }
  return out;
}

/** Gmail's class names are short codes: of up to four letters, or with a digit or capital within. Words are not. */
function isCode(name: string): boolean {
  if (!/^[A-Za-z0-9_-]{1,8}$/.test(name)) return false;
  return name.length <= 4 || /\d/.test(name) || (/[a-z]/.test(name) && /[A-Z]/.test(name.slice(1)));
}

/** The shape of a parsed answer: nesting and types, strings as lengths, the site's own prefixes and labels as such. */
export function censorValue(root: unknown): string {
  let out = '';
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  while (stack.length > 0 && out.length < MAX) {
    const next = stack.pop();
    if (!next) break;
    const { value, depth } = next;
    if (typeof value === 'string' && depth < 0) out += value;
    else if (Array.isArray(value)) {
      if (depth > 7) {
        out += `[#${value.length}]`;
        continue;
      }
      out += `[#${value.length} `;
      stack.push({ value: ']', depth: -1 });
      for (let i = Math.min(value.length, 60) - 1; i >= 0; i -= 1) {
        if (value[i] === null || value[i] === undefined) continue;
        stack.push({ value: ' ', depth: -1 }, { value: value[i], depth: depth + 1 });
        stack.push({ value: `${i}:`, depth: -1 });
      }
    } else out += censorScalar(value);
  }
  return out.slice(0, MAX);
}

function censorScalar(value: unknown): string {
  if (typeof value === 'number') return 'n';
  if (typeof value === 'boolean') return 'b';
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).length}}`;
  if (typeof value !== 'string') return '-';
  const id = /^(msg|thread)-[af]:/.exec(value.slice(0, 12));
  return id ? `${id[0]}…` : `s${value.length}`;
}

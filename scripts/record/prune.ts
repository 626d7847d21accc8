import { JSDOM } from 'jsdom';

/** Where sites put what is open, whatever they are called. */
const generic = [
  '[role="main"]',
  'main',
  '[role="dialog"]',
  'script[type="application/json"][id]',
  'meta[name]',
  'head > title',
];
/** Rows of a list that show what a row is; the rest is other people's mail. */
const ROWS = 3;

/** The strings of a module of selectors: each that is one, and lists of them. */
export function selectorsOf(find: Record<string, unknown>): string[] {
  const strings = Object.values(find).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const { document } = new JSDOM('').window;
  return strings.filter((each): each is string => {
    if (typeof each !== 'string' || each.trim() === '') return false;
    try {
      document.querySelector(each);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The page without what no adapter reads: kept are the elements that the selectors find and what sites use in general,
 * all below them, and the way from them to the root. Of a list's rows three stay.
 */
export function prune(html: string, selectors: readonly string[]): string {
  const { document } = new JSDOM(html).window;
  const found = [...generic, ...selectors].flatMap((each) => [...document.querySelectorAll(each)]);
  const whole = new Set(found);
  const kept = new Set<Element>([document.documentElement, document.head, document.body]);
  for (const element of found) for (let at = element.parentElement; at; at = at.parentElement) kept.add(at);
  const stack: Element[] = [document.documentElement];
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const child of [...element.children]) {
      // What stands below something found stays as it is.
      if (whole.has(child)) continue;
      if (kept.has(child) || child === document.head) stack.push(child);
      else child.remove();
    }
    for (const child of [...element.childNodes]) if (child.nodeType === child.TEXT_NODE) child.remove();
  }
  for (const list of document.querySelectorAll('[role="listbox"], [role="grid"], [role="tree"], tbody')) {
    const rows = [...list.children].filter((row) => row.getAttribute('aria-selected') !== 'true');
    for (const row of rows.slice(ROWS)) row.remove();
  }
  return document.documentElement.outerHTML;
}

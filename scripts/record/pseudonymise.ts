import { JSDOM } from 'jsdom';
import { createStandIns, type StandIns } from './stand-ins.ts';
import { isWireWord, placesInAddress } from './wire-words.ts';

/** What is recorded: a page's markup, and what went over the wire. Held in memory only. */
export interface Recording {
  html: string;
  url: string;
  wire: { endpoint: string; request: string; response: string }[];
}

/** What may stay besides structure. `isBody`: what people wrote, of whose markup nothing but elements stays. */
export interface KeepRules {
  words: ReadonlySet<string>;
  isBody(element: Element): boolean;
  /** Words of dates in the page's language. */
  dateWords: ReadonlySet<string>;
}

/** Attributes whose values are the browser's or the site's own words, never a person's. */
const structural =
  /^(?:class|role|type|dir|lang|tabindex|colspan|rowspan|contenteditable|hidden|aria-(?:expanded|selected|hidden|level|haspopup|checked|pressed|modal|live|busy|disabled|posinset|setsize|rowindex|colindex|multiselectable)|data-(?:testid|app-section|icon-name|is-[a-z-]+)|js(?:name|model|controller|action))$/;
/** Names that stand for other elements: kept where nothing in them was made by a machine. */
const references = /^(?:id|for|aria-(?:labelledby|describedby|controls|owns))$/;
/** What a site says to its reader, in words of its own among those of people. */
const spoken = /^(?:aria-label|title|alt|data-tooltip|placeholder)$/;
/** The attribute's name itself is safe: standard, or of a family that sites use for their own. */
const knownName =
  /^(?:class|id|for|role|type|dir|lang|tabindex|title|alt|name|value|email|href|content|colspan|rowspan|contenteditable|hidden|placeholder|gh|act|jid|jslog|jsname|jsmodel|jscontroller|aria-[a-z]+|data-[a-z-]+)$/;
/** Markup within an answer: `<m1@mail.example>` is none. */
const tag =
  /<\/?(?:a|b|i|u|p|br|hr|td|th|tr|ul|ol|li|em|div|img|pre|span|font|body|html|head|meta|code|style|table|tbody|strong|center|section|h[1-6]|blockquote)(?:\s[^<>]{0,2000})?\/?>/i;
/** Elements that hold nothing an adapter reads. */
const dropped =
  'script:not([type="application/json"]), style, link, noscript, template, svg, iframe, object, embed';

/**
 * The recording with every name, address, id and sentence replaced, and nothing else left of it. Pure: a caller writes
 * what this gives and nothing besides.
 */
export function pseudonymise(recording: Recording, keep: KeepRules): Recording {
  const standIns = createStandIns([
    recording.html,
    recording.url,
    ...recording.wire.flatMap(({ request, response }) => [request, response]),
  ]);
  return {
    html: page(recording.html, standIns, keep),
    url: address(recording.url, standIns, keep),
    wire: recording.wire.map(({ endpoint, request, response }) => ({
      endpoint: /^[\w.-]{1,80}$/.test(endpoint) ? endpoint : 'unknown',
      request: body(request, standIns, keep),
      response: body(response, standIns, keep),
    })),
  };
}

function page(html: string, standIns: StandIns, keep: KeepRules): string {
  const { window } = new JSDOM(html);
  const { document } = window;
  for (const element of document.querySelectorAll(dropped)) element.remove();
  renameStrange(document, window, keep);
  const walker = document.createTreeWalker(document, window.NodeFilter.SHOW_ALL);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const isDate = (word: string) => keep.dateWords.has(word);
  // Bodies are asked for while everything still says what it is.
  const bodies = new Set(nodes.filter((node) => node instanceof window.Element && keep.isBody(node)));
  for (const node of nodes) {
    if (node instanceof window.Element) attributes(node, isWithin(node, bodies), standIns, keep);
    else if (node instanceof window.Text) {
      const isData = node.parentElement?.tagName === 'SCRIPT';
      node.data = isData
        ? body(node.data, standIns, keep).replaceAll('<', '\\u003c')
        : standIns.text(node.data, isDate);
    } else if (node.nodeType === window.Node.DOCUMENT_TYPE_NODE) continue;
    else node.parentNode?.removeChild(node);
  }
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

/** An element's own name can be anything, an address too: those that HTML does not know and our code does not name are spans. */
function renameStrange(within: ParentNode, window: JSDOM['window'], keep: KeepRules): void {
  for (const element of within.querySelectorAll('*')) {
    const name = element.localName;
    const isHtml = element instanceof window.HTMLElement && !(element instanceof window.HTMLUnknownElement);
    if ((isHtml && !name.includes('-')) || keep.words.has(name)) continue;
    const span = window.document.createElement('span');
    span.append(...element.childNodes);
    for (const { name: attribute, value } of [...element.attributes])
      if (knownName.test(attribute)) span.setAttribute(attribute, value);
    element.replaceWith(span);
  }
}

/** Below a body, not the body itself: that one is the site's. */
function isWithin(element: Element, bodies: ReadonlySet<Node>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (bodies.has(at)) return true;
  return false;
}

function attributes(element: Element, inBody: boolean, standIns: StandIns, keep: KeepRules): void {
  // What people wrote may use any element and any attribute: elements that exist stay, and quotes.
  const known = (word: string) => keep.words.has(word);
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (inBody) {
      const kept = name === 'class' ? value.split(/\s+/).filter(known).join(' ') : '';
      element.removeAttribute(name);
      if (kept !== '') element.setAttribute(name, kept);
    } else if (!knownName.test(name) && !known(name)) element.removeAttribute(name);
    else element.setAttribute(name, attributeValue(name, value, standIns, keep));
  }
}

function attributeValue(name: string, value: string, standIns: StandIns, keep: KeepRules): string {
  const known = (word: string) => keep.words.has(word);
  if (name === 'class') return value.split(/\s+/).filter(isClass).join(' ');
  if (structural.test(name)) return /^[\w.:;,>$/ -]{0,300}$/.test(value) && !value.includes('@') ? value : '';
  if (references.test(name))
    return value
      .split(' ')
      .map((each) => reference(each, standIns, known))
      .join(' ');
  if (spoken.test(name)) return standIns.text(value, (word) => known(word) || keep.dateWords.has(word));
  if (name === 'href') return value.startsWith('#') ? '#' : 'https://link.example/';
  if (/^\s*[[{]/.test(value)) return body(value, standIns, keep);
  return value.replace(/[^\s;,:#|"'[\]()]+/g, (part) => standIns.token(part, known));
}

/** Sites' class names; what looks like a sentence or an address is none. */
const isClass = (name: string): boolean => /^[A-Za-z_-][\w-]{0,80}$/.test(name);

/** An id as a site's programme writes it, `UniqueMessageBody_3`, or one that a machine made. */
function reference(id: string, standIns: StandIns, known: (word: string) => boolean): string {
  if (
    /^:?[\w:.-]{1,80}$/.test(id) &&
    id.split(/[\d_:.-]+/).every((part) => part === '' || part.length <= 2 || known(part))
  )
    return id;
  return standIns.token(id, known);
}

/** JSON in any of the sites' wrappings; anything else as prose. */
function body(text: string, standIns: StandIns, keep: KeepRules): string {
  const guard = /^\)\]\}'\n+/.exec(text)?.[0] ?? '';
  const parsed = parse(text.slice(guard.length));
  if (parsed) return guard + JSON.stringify(json(parsed.value, standIns, keep));
  const known = (word: string) => keep.words.has(word);
  if (!/^[\w.]{1,40}=/.test(text)) return standIns.text(text, known);
  return text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, Math.max(0, at)), decode(pair.slice(at + 1))];
      const kept = known(name) || /^f\.req$/.test(name) ? name : standIns.token(name);
      return `${kept}=${encodeURIComponent(body(value, standIns, keep))}`;
    })
    .join('&');
}

interface Todo {
  from: unknown;
  /** The name under which it stands. */
  field: string;
  to(value: unknown): void;
}

/** Every string of a parsed value, with a stack of our own: answers nest as deep as they like. */
function json(root: unknown, standIns: StandIns, keep: KeepRules): unknown {
  const known = (word: string) => keep.words.has(word);
  let result: unknown = null;
  const stack: Todo[] = [{ from: root, field: '', to: (value) => (result = value) }];
  for (let todo = stack.pop(); todo; todo = stack.pop()) {
    const { from, to, field } = todo;
    if (typeof from === 'string') to(isWireWord(from, field) ? from : string(from, standIns, keep));
    else if (typeof from === 'number') to(number(from, standIns));
    else if (Array.isArray(from)) {
      const list: unknown[] = new Array(from.length).fill(null);
      to(list);
      for (const [i, each] of from.entries())
        stack.push({ from: each, field: '', to: (value) => (list[i] = value) });
    } else if (typeof from === 'object' && from !== null) {
      const record: Record<string, unknown> = Object.create(null);
      to(record);
      for (const [field, each] of Object.entries(from)) {
        const name = known(field) || /^\d{1,6}$/.test(field) ? field : standIns.token(field, known);
        // In its place at once: the stack turns the order round.
        record[name] = null;
        stack.push({ from: each, field, to: (value) => (record[name] = value) });
      }
    } else to(from);
  }
  return result;
}

function string(text: string, standIns: StandIns, keep: KeepRules): string {
  const known = (word: string) => keep.words.has(word);
  if (/^\s*[[{]/.test(text)) return body(text, standIns, keep);
  if (tag.test(text)) return markup(text, standIns, keep);
  // A word of the wire's own: `Message:#Exchange`, `SMTP`, `^all`. A name would have to be one of ours to stay.
  if (!/\s/.test(text)) return standIns.token(text, known);
  return standIns.text(text, (word) => keep.dateWords.has(word));
}

/** A mail's own markup within the wire: elements and words, no attribute. */
function markup(html: string, standIns: StandIns, keep: KeepRules): string {
  const { window } = new JSDOM('');
  const holder = window.document.createElement('template');
  holder.innerHTML = html;
  renameStrange(holder.content, window, keep);
  const walker = window.document.createTreeWalker(holder.content, window.NodeFilter.SHOW_ALL);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  for (const node of nodes) {
    if (node instanceof window.Element) {
      if (node.matches(dropped) || node.tagName === 'SCRIPT') node.remove();
      else attributes(node, true, standIns, keep);
    } else if (node instanceof window.Text)
      node.data = standIns.text(node.data, (word) => keep.dateWords.has(word));
    else node.parentNode?.removeChild(node);
  }
  const text = holder.innerHTML;
  window.close();
  return text;
}

/** Days since 1970, from 2010 to 2040: calendars ask for ranges of them. */
const isDay = (value: number): boolean => value >= 14_610 && value <= 25_568;

/** A number keeps its length and sign; small ones are codes and counts, instants and days are times. */
function number(value: number, standIns: StandIns): number {
  if (!Number.isInteger(value) || Math.abs(value) < 10_000) return Number.isInteger(value) ? value : 0.5;
  if (isDay(value)) return value;
  const text = String(Math.abs(value));
  if (!/^\d+$/.test(text)) return 0;
  return Math.sign(value) * Number(standIns.text(text));
}

/** `https://mail.example.com/mail/id/AAMk…?x=1#inbox/FMfc…`: the site's host and the words of its own paths stay. */
function address(url: string, standIns: StandIns, keep: KeepRules): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname, search, hash } = new URL(url);
  const known = (word: string) => keep.words.has(word);
  const part = (text: string) =>
    text.replace(/[^/?&=#]+/g, (each) =>
      // `/u/0/r/week`: single letters and digits are steps of the site's own.
      /^[a-z\d]$/.test(each) || placesInAddress.has(each)
        ? each
        : encodeURIComponent(standIns.token(decode(each), known)),
    );
  return `${origin}${part(pathname)}${part(search)}${part(hash)}`;
}

function parse(text: string): { value: unknown } | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

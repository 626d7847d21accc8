/*
 * Whether anybody sees what is in an element. Mailings hide a preview line on top and machine ids at the end; both would
 * end up in a record. Styles written on the element only: sheets are not read.
 */

const hiddenTags = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'textarea',
  'xmp',
  'svg',
  'object',
  'noscript',
  'map',
  'select',
]);
/** In these, a font size of nothing hides the words; in boxes it only closes gaps, and their children set their own. */
const inline = new Set(['span', 'font', 'a', 'b', 'i', 'em', 'strong', 'small', 'p', 'u']);

const nothing = '(?:0|0?\\.\\d+|1)(?:\\.0+)?\\s*(?:px|pt|em|rem|%)?\\s*(?:!important\\s*)?(?:;|$)';
const small = {
  font: new RegExp(`(?:^|[;\\s])font-size\\s*:\\s*${nothing}`),
  line: new RegExp(`(?:^|[;\\s])line-height\\s*:\\s*${nothing}`),
  box: new RegExp(`(?:^|[;\\s])(?:max-)?(?:height|width)\\s*:\\s*${nothing}`),
};
const gone =
  /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}/;
const pale = /^(?:#fff|#ffffff|#fefefe|white|transparent|rgb\(255,255,255\)|rgba\([\d.,]*,0\))$/;

/** What a page's own background is, as far as its source says: words in white are hidden on a white one only. */
export function hasColouredGround(html: string): boolean {
  const grounds = /(?:bgcolor|background(?:-color|-image)?)\s{0,4}[:=]["']?\s{0,4}([^;"'>\s]{1,40})/gi;
  let looked = 0;
  for (let found = grounds.exec(html); found && looked < 500; found = grounds.exec(html)) {
    looked++;
    if (!/^(#fff|#ffffff|white|transparent|none|inherit|initial|rgb\(255)/i.test(found[1] ?? '')) return true;
  }
  return looked === 500;
}

/** Whether nobody sees what is in this element. */
export function isUnseen(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  colouredGround: () => boolean,
): boolean {
  if (hiddenTags.has(tag) || attributes.has('hidden')) return true;
  const raw = attributes.get('style');
  const color = attributes.get('color');
  if (raw === undefined && color === undefined) return false;
  const style = (raw ?? '').toLowerCase();
  if (gone.test(style)) return true;
  const clipped = /overflow\s*:\s*hidden/.test(style) && small.box.test(style);
  if (clipped) return true;
  const tinyFont = small.font.test(style);
  if (tinyFont && (inline.has(tag) || small.line.test(style) || /overflow\s*:\s*hidden/.test(style)))
    return true;
  const own = /(?:^|[;\s])color\s*:\s*([^;!]{1,40})/.exec(style)?.[1] ?? color?.slice(0, 40).toLowerCase();
  if (own === undefined || !pale.test(own.replace(/\s+/g, ''))) return false;
  return tinyFont || own.startsWith('transparent') || !colouredGround();
}

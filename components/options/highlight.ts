import { fold } from '@/components/options/find-settings';

const NAME = 'found';
/** More marks than anybody looks at. */
const MOST = 300;

/**
 * Marks these folded words wherever they stand visibly below `root`, without touching the page's tree (CSS Custom
 * Highlight API: Chrome 105, Firefox 140). None: takes the marks away.
 */
export function highlight(root: Element, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(NAME);
  if (words.length === 0) return;
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const folded = fold(text);
    // Where folding changes the length, the places do not fit.
    if (folded.length !== text.length || node.parentElement?.closest('[hidden], h1, .empty')) continue;
    for (const word of words) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

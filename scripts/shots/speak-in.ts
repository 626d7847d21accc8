import { shots } from './states.ts';
import { extensionId, inspect, launch, show } from './take-shots.ts';

/** A page as the readers of one language have it. */
export interface SpokenPage {
  name: string;
  /** What is wrong with it, as sentences. */
  troubles: string[];
  /** The browser's, as the page is told them. */
  languages: readonly string[];
  lang: string;
  dir: string;
  /** Buttons and labels whose words do not fit. */
  cut: string[];
  /** What can be read on it, piece by piece. */
  texts: string[];
}

/** Shows these states so wide (px) in a browser of this language (BCP 47) and says how each is. */
export async function speakIn(options: {
  build: string;
  names: readonly string[];
  language: string;
  width: number;
}): Promise<SpokenPage[]> {
  const context = await launch(options.build, 'light', options.language);
  try {
    const origin = `chrome-extension://${await extensionId(context)}`;
    const pages: SpokenPage[] = [];
    for (const name of options.names) {
      const shot = shots[name];
      if (!shot) throw new Error(`There is no state ${name}.`);
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      await show(context, page, origin, shot, options.width);
      troubles.push(...(await inspect(page)));
      pages.push({ name, troubles, ...(await page.evaluate(readPage)) });
      await page.close();
    }
    return pages;
  } finally {
    await context.close();
  }
}

/** Runs in our own page. */
function readPage(): Omit<SpokenPage, 'name' | 'troubles'> {
  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const textNodes = function* (within: Element) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const parent = node.parentElement;
      if (node.textContent?.trim() && parent && shown(parent)) yield { node, parent };
    }
  };
  const cut: string[] = [];
  for (const one of document.querySelectorAll('button, .button, label, .field__label, .tag, h1, h2, h3')) {
    const box = one.getBoundingClientRect();
    for (const { node, parent } of textNodes(one)) {
      // A key stands at the edge of its button, what somebody wrote may end in dots, and some is said and not shown.
      if (parent.closest('.kbd, .clip') || getComputedStyle(parent).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1) cut.push(node.textContent ?? '');
    }
  }
  const texts = [...textNodes(document.body)].map(({ node }) => node.textContent?.trim() ?? '');
  const { lang, dir } = document.documentElement;
  return { languages: navigator.languages, lang, dir, cut, texts };
}

import { field } from '@/utils/capture/field';
import { type DrawnMark, drawMark } from '@/utils/capture/marks/draw-mark';
import type { Output } from '@/utils/capture/output';
import type { Page, PageAdapter, SeenMessage } from '@/utils/capture/page-adapter';

/** A thread of hundreds that all stand open: the newest carry marks. */
const MOST = 50;
/** So far outside of what is shown a message gets its mark: drawn for those alone that the rep comes near, in pixels. */
const NEAR = '800px 0px';
/** Many messages that are read one after the other change many marks: asked once for all. Milliseconds. */
const TOGETHER = 400;

export interface Marks {
  /** Shows them, or takes all away. */
  use(on: boolean): void;
  /** What the page shows opened: each gets its mark, before anything is known of it; all others lose theirs. */
  show(messages: readonly SeenMessage[]): void;
  /** This message's shape is not known: it carries none, for as long as it stands there. */
  doubt(message: SeenMessage): void;
  /** Asks the worker what they show; `fresh`: only if some came since. The worker must know by now what is open. */
  ask(fresh?: boolean): void;
  clear(): void;
}

/** The marks beside the messages of one page; nothing where the adapter names no place for them. */
export function createMarks(adapter: PageAdapter, page: Page, output: Output): Marks {
  const shown = new Map<Element, DrawnMark & { ids: string[] }>();
  const doubted = new WeakSet<Element>();
  /** Those that may carry one, while they are waited for or have it. */
  const open = new Map<Element, SeenMessage>();
  let on = false;
  /** Whether the worker knows by now what is open. */
  let told = false;
  let asked = 0;
  let waiting = false;
  let fresh = false;

  const drop = (element: Element) => {
    open.delete(element);
    near?.unobserve(element);
    shown.get(element)?.host.remove();
    shown.delete(element);
  };
  const clear = () => {
    for (const element of open.keys()) drop(element);
  };
  const press = async (mark: DrawnMark) => {
    const answer = await output.send({ type: 'open-panel', site: adapter.site });
    if (field(answer, 'opened') === false) mark.explain(String(field(answer, 'how')));
  };
  const add = (element: Element) => {
    const mark = { ...drawMark(page.document, () => void press(mark)), ids: [''] };
    shown.set(element, mark);
    return mark;
  };
  const place = (seen: SeenMessage) => {
    const { element, ids } = seen;
    const behind = doubted.has(element) ? null : adapter.markPlace?.(page, seen);
    if (!behind) {
      drop(element);
      return;
    }
    const mark = shown.get(element) ?? add(element);
    fresh ||= mark.ids[0] !== ids[0];
    mark.ids = ids;
    if (behind.nextSibling !== mark.host) behind.after(mark.host);
  };
  // Where the engine does not say what is near (tests), everything is.
  const Near = page.document.defaultView?.IntersectionObserver;
  const came = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { isIntersecting, target } of entries) {
      const seen = isIntersecting && open.get(target);
      if (!seen) continue;
      near?.unobserve(target);
      place(seen);
    }
    if (told) ask(true);
  };
  // `scrollMargin`: mail sites scroll within the page, where `rootMargin` alone does not reach. Chromium 120.
  const margins = { rootMargin: NEAR, scrollMargin: NEAR };
  const near = Near && new Near(came, margins);
  const askNow = async () => {
    asked += 1;
    const [turn, all] = [asked, [...shown.values()]];
    if (all.length === 0) return;
    const answer = await output.send({ type: 'marks', site: adapter.site, ids: all.map(({ ids }) => ids) });
    // What was asked later is newer.
    if (turn === asked)
      for (const [at, { paint }] of all.entries()) {
        const mark = field(field(answer, 'marks'), String(at));
        if (mark) paint(String(field(mark, 'state')), String(field(mark, 'label')));
      }
  };

  const ask = (onlyFresh = false) => {
    if (onlyFresh && !fresh) return;
    fresh = false;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void askNow();
    }, TOGETHER);
  };

  return {
    use(next) {
      on = next;
      if (!on) clear();
    },
    show(messages) {
      if (!on || !adapter.markPlace) return;
      told = false;
      const last = messages.slice(-MOST);
      const still = new Set(last.map(({ element }) => element));
      for (const element of open.keys()) if (!still.has(element)) drop(element);
      for (const seen of last) {
        const waits = near && !shown.has(seen.element);
        if (waits && !open.has(seen.element)) near.observe(seen.element);
        open.set(seen.element, seen);
        if (!waits) place(seen);
      }
    },
    doubt({ element }) {
      doubted.add(element);
      drop(element);
    },
    ask(onlyFresh) {
      told = true;
      ask(onlyFresh);
    },
    clear,
  };
}

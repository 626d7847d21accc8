import { field } from '@/utils/capture/field';
import { type DrawnMark, drawMark } from '@/utils/capture/marks/draw-mark';
import type { Output } from '@/utils/capture/output';
import type { Page, PageAdapter, SeenMessage } from '@/utils/capture/page-adapter';

/** A thread of hundreds that all stand open: the newest carry marks, each of them costs the page a few elements. */
const MOST = 50;
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
  let on = false;
  let asked = 0;
  let waiting = false;
  let fresh = false;

  const drop = (element: Element) => {
    shown.get(element)?.host.remove();
    shown.delete(element);
  };
  const clear = () => {
    for (const element of shown.keys()) drop(element);
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

  return {
    use(next) {
      on = next;
      if (!on) clear();
    },
    show(messages) {
      if (!on || !adapter.markPlace) return;
      const last = messages.slice(-MOST);
      const open = new Set(last.map(({ element }) => element));
      for (const element of shown.keys()) if (!open.has(element)) drop(element);
      for (const seen of last) {
        const { element, ids } = seen;
        const place = doubted.has(element) ? null : adapter.markPlace(page, seen);
        if (!place) {
          drop(element);
          continue;
        }
        const mark = shown.get(element) ?? add(element);
        fresh ||= mark.ids[0] !== ids[0];
        mark.ids = ids;
        if (place.nextSibling !== mark.host) place.after(mark.host);
      }
    },
    doubt({ element }) {
      doubted.add(element);
      drop(element);
    },
    ask(onlyFresh = false) {
      if (onlyFresh && !fresh) return;
      fresh = false;
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        void askNow();
      }, TOGETHER);
    },
    clear,
  };
}

import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

/** Shorter lists are drawn whole: there is nothing to win, and the browser's own search finds all of it. */
const WHOLE = 60;
/** Rows drawn above and below what can be seen: enough for a held-down key. */
const BESIDE = 8;
/** Rows of a long list's first picture. */
const FIRST = 24;
/** Before any row of its shape was seen, px. */
const GUESS = 64;

export interface WindowedRow {
  index: number;
  /** Px from the list's upper edge, where it stands outside of the flow; absent: in the flow. */
  apart?: number;
}

export interface Windowed {
  rows: WindowedRow[];
  /** Room in the place of the rows that are not drawn, px. */
  above: number;
  below: number;
  /** For each row's element, which has its index in `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

const load = () => import('@tanstack/virtual-core');
type Tool = Awaited<ReturnType<typeof load>>;
/** Comes with the first long list: most panels have none. */
let loaded: Tool | null = null;

/**
 * The rows of a long list that are worth drawing, as the window is scrolled. Rows of one of the `shapes` are equally
 * high until they are opened, so that what was not drawn yet has its true height from the start and nothing jumps.
 * `kept`: rows that stay drawn wherever they are, because they have the focus or hold what somebody is writing. `ids` and
 * `shapes` are the same arrays as long as nothing in them changed: from them the whole list is measured anew.
 */
export function useWindowed(options: {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  shapes: readonly string[];
  kept: () => ReadonlySet<string>;
}): Windowed {
  const { list, ids, shapes, kept } = options;
  const whole = ids.length <= WHOLE;
  const [tool, setTool] = useState(loaded);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [margin, setMargin] = useState(0);
  const heights = useRef(new Map<string, number>());
  const made = useRef<Virtualizer<Window, HTMLElement> | null>(null);
  /** Grows when a shape's height was seen for the first time, or another: all that was guessed is guessed anew. */
  const seenHeights = useRef(0);
  const guess = (index: number) => heights.current.get(shapes[index] ?? '') ?? GUESS;
  // Asking the page for a height while its rows are being drawn would lay it out once a row; it tells by itself.
  const heightOf = (element: HTMLElement, told: ResizeObserverEntry | undefined) => {
    const height = told?.borderBoxSize[0]?.blockSize;
    const index = Number(element.dataset.index);
    if (!height) return made.current?.itemSizeCache.get(keyOf(index)) ?? guess(index);
    const { shape: seen } = element.dataset;
    if (seen && heights.current.get(seen) !== height) {
      heights.current.set(seen, height);
      seenHeights.current += 1;
    }
    return height;
  };
  const keyOf = useMemo(() => (index: number) => ids[index] ?? index, [ids, shapes, seenHeights.current]);
  const optionsFor = (from: Tool) => ({
    count: ids.length,
    getItemKey: keyOf,
    estimateSize: guess,
    scrollMargin: margin,
    overscan: BESIDE,
    getScrollElement: () => window,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => window.scrollY,
    observeElementRect: from.observeWindowRect,
    observeElementOffset: from.observeWindowOffset,
    scrollToFn: from.windowScroll,
    onChange: () => draw(0),
    measureElement: heightOf,
    rangeExtractor: (range: Parameters<Tool['defaultRangeExtractor']>[0]) => {
      const near = new Set(from.defaultRangeExtractor(range));
      for (const id of kept()) {
        const index = ids.indexOf(id);
        if (index !== -1) near.add(index);
      }
      return [...near].sort((a, b) => a - b);
    },
  });
  if (tool && !whole) {
    if (made.current) made.current.setOptions(optionsFor(tool));
    else {
      made.current = new tool.Virtualizer<Window, HTMLElement>(optionsFor(tool));
      // What moves under a pointer or a focus is held elsewhere (still.ts), and else by the browser.
      made.current.shouldAdjustScrollPositionOnItemSizeChange = () => false;
    }
  }
  const virtual = whole ? null : made.current;
  useEffect(() => {
    if (whole || tool) return;
    void load().then((module) => {
      loaded = module;
      setTool(module);
    });
  }, [whole, tool]);
  useLayoutEffect(() => virtual?._didMount(), [virtual]);
  useLayoutEffect(() => virtual?._willUpdate());
  useLayoutEffect(() => {
    if (!virtual) return;
    const look = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top + window.scrollY));
    };
    look();
    // What stands above the list grows and shrinks.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list, virtual]);

  if (!virtual) {
    const count = whole ? ids.length : FIRST;
    const rows = Array.from({ length: count }, (_, index) => ({ index }));
    return { rows, above: 0, below: (ids.length - count) * GUESS, measure: () => {} };
  }
  const items = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = ids.length } = virtual.range ?? {};
  const inFlow = items.filter(({ index }) => index >= startIndex - BESIDE && index <= endIndex + BESIDE);
  const [first, last] = [inFlow[0], inFlow[inFlow.length - 1]];
  return {
    rows: items.map((item) =>
      inFlow.includes(item) ? { index: item.index } : { index: item.index, apart: item.start - margin },
    ),
    above: first ? Math.max(0, first.start - margin) : 0,
    below: last ? Math.max(0, virtual.getTotalSize() - (last.end - margin)) : 0,
    measure: virtual.measureElement,
  };
}

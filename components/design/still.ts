import { useEffect } from 'preact/hooks';

/** So long a page goes on scrolling after the wheel or a key, ms. */
const GLIDE = 500;

/**
 * Keeps what somebody points at, or what has the keyboard's focus, in its place on the screen when something above it
 * arrives, changes its height or goes: the page is scrolled by as much, and where that is not possible it is given room
 * until the pointer leaves. The browser's own anchoring knows neither pointer nor focus, and does nothing at the
 * top.
 */
export function useStillness(root: { current: HTMLElement | null }): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const page = document.documentElement;
    const leaving = new AbortController();
    const { signal } = leaving;
    let pointer: { x: number; y: number } | null = null;
    let held: { anchor: Element; top: number } | null = null;
    /** Whether the page stood at its top when it was first scrolled for somebody. */
    let fromTop = false;
    /** Where the page was scrolled to when it was last right. */
    let seenY = 0;
    /** When somebody last turned the wheel, pressed a key or changed the window. */
    let moved = Number.NEGATIVE_INFINITY;
    /** Room given above, px. */
    let above = 0;
    const below = () => Number.parseFloat(element.style.getPropertyValue('--room-below')) || 0;

    const isMoving = () => performance.now() - moved < GLIDE;
    const topOf = (anchor: Element) => anchor.getBoundingClientRect().top + window.scrollY;
    const hold = (at: Element | null) => {
      const anchor = at && element.contains(at) ? (at.closest('li, [data-row], button') ?? at) : null;
      held = anchor && anchor !== element ? { anchor, top: topOf(anchor) } : null;
      seenY = window.scrollY;
      page.classList.toggle('held', held !== null);
    };
    const room = (side: '--room-above' | '--room-below', px: number) => {
      if (px > 0) element.style.setProperty(side, `${px}px`);
      else element.style.removeProperty(side);
    };
    const letGo = () => {
      pointer = null;
      hold(null);
      above = 0;
      room('--room-above', 0);
      room('--room-below', 0);
      if (fromTop) window.scrollTo({ top: 0, behavior: 'instant' });
      fromTop = false;
    };
    const keep = () => {
      if (!held) return;
      if (!held.anchor.isConnected) return hold(pointer && document.elementFromPoint(pointer.x, pointer.y));
      // A page that became shorter for a moment was scrolled by itself: that too is moved back, under a pointer.
      if (!pointer || isMoving()) seenY = window.scrollY;
      const off = held.anchor.getBoundingClientRect().top - (held.top - seenY);
      if (Math.abs(off) < 0.5) return;
      // Scrolled where the page can be scrolled, else given room: above where what was there went, below where it is short.
      const given = off < 0 ? Math.max(0, -off - window.scrollY) : -Math.min(above, off);
      above += given;
      room('--room-above', above);
      const by = off + given;
      if (by > 0 && window.scrollY === 0) fromTop = true;
      const short = by - (page.scrollHeight - window.innerHeight - window.scrollY);
      if (short > 0) room('--room-below', below() + short);
      if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
      held.top = topOf(held.anchor);
      seenY = window.scrollY;
    };
    const observer = new MutationObserver(keep);
    observer.observe(element, { childList: true, subtree: true, characterData: true });

    element.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType !== 'mouse') return;
        // The browser tells a pointer that rests of what came below it: it did not move.
        if (held?.anchor.isConnected && event.clientX === pointer?.x && event.clientY === pointer.y) return;
        pointer = { x: event.clientX, y: event.clientY };
        hold(event.target instanceof Element ? event.target : null);
      },
      { signal, passive: true },
    );
    element.addEventListener('pointerleave', letGo, { signal });
    element.addEventListener('focusin', () => pointer ?? hold(document.activeElement), { signal });
    // Who scrolls on their own has another place.
    const moves = () => {
      moved = performance.now();
      fromTop = false;
    };
    window.addEventListener('wheel', moves, { signal, passive: true });
    window.addEventListener('keydown', moves, { signal, passive: true });
    // Nor is a window that was made higher to be filled with room.
    window.addEventListener('resize', moves, { signal });
    window.addEventListener('blur', letGo, { signal });
    window.addEventListener(
      'scroll',
      () => {
        if (!pointer) return;
        if (isMoving()) hold(document.elementFromPoint(pointer.x, pointer.y));
        else keep();
      },
      { signal, passive: true },
    );
    return () => {
      leaving.abort();
      observer.disconnect();
      page.classList.remove('held');
    };
  }, [root]);
}

import { useEffect } from 'preact/hooks';

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
    /** Room given above, px. */
    let above = 0;
    const below = () => Number.parseFloat(element.style.getPropertyValue('--room-below')) || 0;

    const topOf = (anchor: Element) => anchor.getBoundingClientRect().top + window.scrollY;
    const hold = (at: Element | null) => {
      const anchor = at && element.contains(at) ? (at.closest('li, [data-row], button') ?? at) : null;
      held = anchor && anchor !== element ? { anchor, top: topOf(anchor) } : null;
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
      const moved = topOf(held.anchor) - held.top;
      if (Math.abs(moved) < 0.5) return;
      // Scrolled where the page can be scrolled, else given room: above where what was there went, below where it is short.
      const given = moved < 0 ? Math.max(0, -moved - window.scrollY) : -Math.min(above, moved);
      above += given;
      room('--room-above', above);
      const by = moved + given;
      if (by > 0 && window.scrollY === 0) fromTop = true;
      const short = by - (page.scrollHeight - window.innerHeight - window.scrollY);
      if (short > 0) room('--room-below', below() + short);
      if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
      held.top = topOf(held.anchor);
    };
    const observer = new MutationObserver(keep);
    observer.observe(element, { childList: true, subtree: true, characterData: true });

    element.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType !== 'mouse') return;
        pointer = { x: event.clientX, y: event.clientY };
        hold(event.target instanceof Element ? event.target : null);
      },
      { signal, passive: true },
    );
    element.addEventListener('pointerleave', letGo, { signal });
    element.addEventListener('focusin', () => pointer ?? hold(document.activeElement), { signal });
    // Who scrolls on their own has another place.
    element.addEventListener('wheel', () => (fromTop = false), { signal, passive: true });
    window.addEventListener('blur', letGo, { signal });
    window.addEventListener(
      'scroll',
      () => {
        if (pointer) hold(document.elementFromPoint(pointer.x, pointer.y));
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

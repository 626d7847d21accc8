import type { MarkState } from '@/utils/model/mark';

/*
 * One mark: a host in the page and everything else in its closed shadow root. The page sees the host, so nothing of
 * the host may tell what the CRM knows: attributes, box and place are the same in every state, nothing in the root can
 * stretch it, no text stands in it that a page could search or select, and no animation runs.
 */

/** Pixels: of the box, and of what opens on a press where the panel cannot. */
const SIZE = 20;
const NOTE_WIDTH = 280;
const NOTE_HEIGHT = 92;

const box = `width:${SIZE}px;height:${SIZE}px;`;
/** `!important`: the page's own styles for its elements must not reach it. The colour is the page's own text colour. */
const hostStyle =
  `all:initial;color:inherit;display:inline-block;${box}margin:0 4px;vertical-align:middle;contain:strict`
    .split(';')
    .map((each) => `${each}!important`)
    .join(';');
const buttonStyle = `${box}padding:2px;border:0;background:none;color:inherit;cursor:pointer;outline-offset:-2px`;
const noteStyle = `position:fixed;inset:auto;box-sizing:border-box;width:${NOTE_WIDTH}px;height:${NOTE_HEIGHT}px;margin:0;padding:10px 12px;overflow:auto;border:1px solid;border-radius:8px;background:Canvas;color:CanvasText;font:13px/1.5 system-ui,sans-serif;user-select:none`;

/** Drawn on a grid of 16: told apart by their shape, so that no colour is needed. */
const ring = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1';
const inner = 'm0 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z';
const pictures: Record<MarkState, string> & Record<string, string | undefined> = {
  none: `${ring}z${inner}`,
  waiting: `${ring}z${inner}M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6z`,
  confirmed: `${ring}z${inner}M7.3 11.5V7.4L5.7 9l-1-1L8 4.7L11.3 8l-1 1l-1.6-1.6v4.1z`,
  logged: `${ring}zM7 11.3l5-5l-1.1-1.1L7 9.1L5.1 7.2L4 8.3z`,
  not: `${ring}z${inner}M4.8 7.25h6.4v1.5H4.8z`,
};

/** Events that stay ours: a page opens and closes messages on a press beside the sender, and has keys of its own. */
const ours = 'click dblclick mousedown mouseup keydown keyup'.split(' ');

export interface DrawnMark {
  host: HTMLElement;
  /** A state that is not known looks like none. */
  paint(state: string, label: string): void;
  /** Shows what the mark says and `how` the panel is opened, in a box of its own above the page. */
  explain(how: string): void;
}

/** Makes a mark of which nothing is known yet. `pressed` is called for the rep's own presses alone. */
export function drawMark(document: Document, pressed: () => void): DrawnMark {
  const host = document.createElement('span');
  host.style.cssText = hostStyle;
  const root = host.attachShadow({ mode: 'closed' });
  const button = document.createElement('button');
  button.type = 'button';
  button.style.cssText = buttonStyle;
  const svg = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const picture = svg('svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  picture.style.cssText = 'display:block;opacity:.8;fill:currentColor;fill-rule:evenodd';
  const path = svg('path');
  picture.append(path);
  button.append(picture);
  root.append(button);
  for (const type of ours) root.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) pressed();
  });

  let said = '';
  let drawn = '';
  const paint = (state: string, label: string) => {
    // The same again would have the page drawn again.
    if (said === label && drawn === state) return;
    drawn = state;
    said = label;
    path.setAttribute('d', pictures[state] ?? pictures.none);
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  paint('none', 'Sidelog');

  let note: HTMLElement | null = null;
  return {
    host,
    paint,
    explain(how) {
      if (!note) {
        note = document.createElement('div');
        note.setAttribute('popover', 'auto');
        note.setAttribute('role', 'note');
        note.tabIndex = -1;
        note.style.cssText = noteStyle;
        // Not text of the document: a page could search for that with `window.find`.
        const style = document.createElement('style');
        style.textContent = '[role=note]::before{content:attr(aria-label);white-space:pre-line}';
        root.append(style, note);
      }
      note.setAttribute('aria-label', `${said}\n${how}`);
      const { left, bottom } = host.getBoundingClientRect();
      // Within the window, wherever the mark stands.
      note.style.left = `min(${left}px,100vw - ${NOTE_WIDTH + 20}px)`;
      note.style.top = `min(${bottom}px,100vh - ${NOTE_HEIGHT + 20}px)`;
      note.showPopover();
      note.focus();
    },
  };
}

/*
 * The keystroke-level model, as ../shared/facts/by-hand.md uses it: K 0.28, P 1.1, B 0.1 (a click is two), H 0.4, M 1.35 s;
 * M before each command or choice, none for the second press of one menu.
 */
const [K, P, B, H, M] = [0.28, 1.1, 0.1, 0.4, 1.35];

/**
 * What so many presses take, s, with the same rule as by hand: each click is a choice (M), a way there (P) and two
 * halves of a button (BB); keys are one choice and, from the mouse, one change of hand; and the system's answer.
 * @param {{ clicks: number, keys: number, ms: number }} presses
 */
export function seconds({ clicks, keys, ms }) {
  return clicks * (M + P + 2 * B) + (keys > 0 ? M + H : 0) + keys * K + ms / 1000;
}

/**
 * The modelled totals with K 0.28 of each task by hand, in seconds; of a range its upper end.
 * @param {string} markdown
 * @returns {{ crm: string, task: string, total: number }[]}
 */
export function readByHand(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, crm = '', task = ''] = cells;
    const total = /([\d.]+)\*\*$/.exec(cells.at(-2) ?? '')?.[1];
    return total && /^(Odoo|EspoCRM)/.test(crm) ? [{ crm, task, total: Number(total) }] : [];
  });
}

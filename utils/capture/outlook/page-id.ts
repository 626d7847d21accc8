/*
 * A conversation's messages have no id on the page. One is made of what the page shows of each: sender, minute and
 * subject. The same mail gives the same id on every look, and the wire's record of it takes the id over as an alias.
 */

/** The subject without `Re:`, `AW:`, `Fwd[2]:`: the pane shows the conversation's, a message has its own. */
export function bareSubject(subject: string): string {
  let rest = subject.trim().slice(0, 1000);
  for (let i = 0; i < 20; i += 1) {
    const prefix = /^\p{L}{1,4}(?:\[\d{1,3}\])?\s?[:：]\s*/u.exec(rest);
    if (!prefix) break;
    rest = rest.slice(prefix[0].length);
  }
  return rest.replace(/\s+/g, ' ').toLowerCase();
}

/** `sender`: the address, or the name where the page shows no more. `wall`: the minute as the page's clock has it. */
export function pageId(sender: string, wall: string, subject: string): string {
  return `owa-page:${hash(`${sender.trim().toLowerCase()}\n${wall}\n${bareSubject(subject)}`)}`;
}

/** FNV-1a with two seeds: 64 bits that tell a mailbox's messages apart; no secret, no safeguard. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193) ^ (b >>> 13);
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

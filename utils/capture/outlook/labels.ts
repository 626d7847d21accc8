/*
 * Words of Outlook's labels in the reader's language: what stands before the colon of `From: Ada <ada@firma.example>`, and
 * how one's own name is written. They are asked last, below ids and test ids. Seen in use: en, de, zh, uk (2026-07); the
 * others are Outlook's own translations of the same three words.
 */

export type Role = 'from' | 'to' | 'cc' | 'bcc';

const words: Record<Role, string> = {
  // en de fr/es/pt it nl pl sv/da/nb ja zh ko uk ru tr cs he
  from: 'from|von|de|da|van|od|från|fra|差出人|发件人|寄件者|보낸 사람|від|от|kimden|lähettäjä|מאת',
  to: 'to|an|à|para|a|aan|do|till|til|宛先|收件人|收件者|받는 사람|кому|kime|komu|vastaanottaja|אל',
  cc: 'cc|kopie|kopia|copia|cópia|dw|抄送|副本|참조|копія|копия|bilgi|עותק',
  bcc: 'bcc|cci|cco|udw|密件抄送|密件副本|숨은 참조|прихована копія|скрытая копия|gizli',
};

const roles = new Map<string, Role>();
for (const role of ['bcc', 'cc', 'to', 'from'] as const) {
  for (const word of words[role].split('|')) roles.set(word, role);
}

/** How Outlook writes the reader's own name. */
const me = new Set(
  'you|me|sie|ich|vous|moi|usted|tú|você|eu|自分|あなた|voi|tu|io|u|jij|jou|ty|du|dig|deg|您|你|나|ви|вы|siz|vy|sinä|את/ה'.split(
    '|',
  ),
);

/** The role that a label gives, and what follows it: `Von: Ada` is the sender, `Ada`. Null for any other label. */
export function roleOf(label: string): { role: Role; rest: string } | null {
  const colon = /[:：]/.exec(label.slice(0, 40))?.index;
  if (colon === undefined) return null;
  const role = roles.get(label.slice(0, colon).trim().toLowerCase());
  return role ? { role, rest: label.slice(colon + 1).trim() } : null;
}

/** Whether a shown name is the reader themselves. */
export function isYou(name: string): boolean {
  return me.has(name.trim().toLowerCase());
}

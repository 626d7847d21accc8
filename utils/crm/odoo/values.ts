/*
 * Between Odoo's values and ours.
 */

/** `2026-11-21 18:41:39` (UTC) as an instant. */
export function fromStamp(stamp: string): number {
  return Date.parse(`${stamp.slice(0, 19).replace(' ', 'T')}Z`);
}

/** An instant as Odoo wants it: UTC without saying so, seconds. */
export function toStamp(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** Odoo says false for "nothing". */
export function textOf(value: string | false | null | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** A record's id, or undefined where the text is none. */
export function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The id in a link to another record, which Odoo gives with its name. */
export function linkedId(link: [number, string] | false | undefined): number | undefined {
  return link ? link[0] : undefined;
}

/** Text inside an `=ilike` pattern: `%` and `_` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
}

/**
 * The addresses in an Odoo e-mail field, which may hold several and names: `a@x.example, "B" <b@x.example>`.
 * Lower-cased, each once, in order.
 */
export function addressesIn(...fields: (string | false | null | undefined)[]): string[] {
  const found = new Set<string>();
  for (const field of fields) {
    for (const part of textOf(field)
      .slice(0, 4000)
      .toLowerCase()
      .split(/[\s,;<>"'()]+/)) {
      const at = part.indexOf('@');
      if (at > 0 && at === part.lastIndexOf('@') && at < part.length - 1 && part.length <= 320)
        found.add(part);
    }
  }
  return [...found].slice(0, 50);
}

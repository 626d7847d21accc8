/* How a body is built: mailings are laid out, people type. Counting only, in one pass each. */

export interface Layout {
  html: boolean;
  links: number;
  images: number;
  tables: number;
  /** Elements that only designed mail has: cells with colours, buttons, hidden preview texts, picture pixels. */
  design: number;
  /** The most links to one host that carry a long tracking tail. */
  tracked: number;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** `html`: the body without its history; `text`: the same as a person sees it. */
export function readLayout(html: string | null, text: string): Layout {
  const source = html ?? text;
  const links = source.match(/https?:\/\/[^\s"'<>]{4,600}/gi) ?? [];
  const hosts = new Map<string, number>();
  for (const link of links) {
    const host = /^https?:\/\/([^/?#]{1,100})/i.exec(link)?.[1]?.toLowerCase() ?? '';
    if (link.length > host.length + 40) hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return {
    html: html !== null,
    links: html === null ? links.length : count(html, /<a\s[^>]{0,200}href=3?D?["']?https?:/gi),
    images: html === null ? 0 : count(html, /<img\b/gi),
    tables: html === null ? 0 : count(html, /<table\b/gi),
    design:
      html === null
        ? 0
        : count(
            html,
            /(bgcolor=|background-color:|display:\s{0,3}none|role=3?D?["']presentation|cellpadding|width=3?D?["']?1["']?[\s>/]|border-radius|align=3?D?["']?center)/gi,
          ),
    tracked: Math.max(0, ...hosts.values()),
  };
}

/** Lines that separate, shout, or carry fields and times: what programs and publications set. */
export function readLines(text: string): {
  rules: number;
  shouts: number;
  fields: number;
  times: number;
  lists: number;
} {
  let rules = 0;
  let shouts = 0;
  let fields = 0;
  let times = 0;
  let lists = 0;
  for (const raw of text.split('\n', 400)) {
    const line = raw.trim().slice(0, 200);
    if (line.length < 3) continue;
    if (/^([-=*_~#+.<>]\s?){8}/.test(line)) rules++;
    else if (/^[^a-zà-ÿ]{8}/.test(line) && /[A-Z]{3}/.test(line) && !/[a-zà-ÿ]/.test(line)) shouts++;
    else if (/^[\p{L}][\p{L} /.-]{1,30}\s?[:：]\s{0,9}\S/u.test(line) && line.length < 120) fields++;
    if (/\b\d{1,2}:\d{2}(:\d{2})?\b/.test(line)) times++;
    if (/^([*•·▪-]|\d{1,2}[.)]|=>|>>)\s/.test(line)) lists++;
  }
  return { rules, shouts, fields, times, lists };
}

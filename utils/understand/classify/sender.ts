import { senderWord } from '@/utils/understand/classify/automated-words';

/** What the From and To lines say about who writes to whom; each a feature of features.ts. */
export interface SenderMarks {
  word: ReturnType<typeof senderWord>;
  /** An office, a department, an announcer: people may sit there. */
  office: boolean;
  /** `newsletter.firm.example`, `e.shop.example`: hosts that mailings leave from. */
  massHost: boolean;
  /** A local part made for one letter, to know where it bounced. */
  madeUp: boolean;
  /** The display name is that of a publication, a team, a service. */
  publisher: boolean;
  /** Name and local part show the same person. */
  person: boolean;
  nameless: boolean;
}

const offices = new Set(
  'announcement announcements announce info information support service services team office admin administrator helpdesk help hr it communications communication press pr feedback contact kontakt hello hallo bonjour hola sales vertrieb events event training webinar webinars careers jobs security account accounts customerservice customercare care kundenservice buchhaltung accounting noticias boletin presse actualites owner editor moderator webmaster registration register welcome willkommen success onboarding product products research alerts subscriptions replies response invitation invitations tickets ticket report reports monitoring status app store shop'.split(
    ' ',
  ),
);
const massLabels = new Set(
  'newsletter newsletters news email emails e em mail1 mailer mailers mailing mailings mkt marketing promo promotions offers alerts alert notification notifications notify list lists campaign campaigns reply bounce bounces updates update info infos ml cmail mailgun sendgrid mcsv mandrill em1 enews eblast blast news1 post links click digest go comms engage'.split(
    ' ',
  ),
);
const publishers =
  /\b(news|newsletters?|alerts?|notifications?|updates?|digest|daily|weekly|today|team|support|service|services|announcements?|info|via|online|bot|system|admin|mailer|noreply|calendar|kalender|customer|store|shop|press|report|reports|community|club|kundenservice|redaktion|équipe|equipo|equipe)\b|[a-z0-9]\.(com|net|org|io|de|fr|co)\b|[?!]|™|®|通知|事務局|チーム|サポート/i;

/** `Name <address>` in its two parts; either may be empty. Reads the last 400 characters. */
export function partsOf(from: string): { name: string; address: string } {
  const text = from.slice(-400).trim();
  const open = text.lastIndexOf('<');
  if (open < 0) return { name: '', address: text.toLowerCase() };
  const close = text.indexOf('>', open);
  return {
    name: text.slice(0, open).replace(/["']/g, '').trim(),
    address: text
      .slice(open + 1, close < 0 ? undefined : close)
      .trim()
      .toLowerCase(),
  };
}

export function readSender(from: string): SenderMarks {
  const { name, address } = partsOf(from);
  const at = address.lastIndexOf('@');
  const local = (at > 0 ? address.slice(0, at) : address).slice(0, 100);
  const labels = at > 0 ? address.slice(at + 1).split('.') : [];
  const parts = local.split(/[^a-z]+/).filter((part) => part !== '');
  const nameWords = name
    .toLowerCase()
    .normalize('NFD')
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const digits = local.replace(/\D/g, '').length;
  return {
    word: senderWord(address),
    office: parts.some((part) => offices.has(part)),
    massHost: labels.slice(0, -2).some((label) => massLabels.has(label)),
    madeUp: /[#=]/.test(local) || digits >= 5 || (local.length >= 28 && digits > 0),
    publisher: publishers.test(name),
    person:
      !publishers.test(name) &&
      ((nameWords.length >= 2 && nameWords.some((word) => local.includes(word))) ||
        (name === '' &&
          /^[a-z]{2,}\.{1,2}[a-z]{2,}$/.test(local) &&
          !parts.some((part) => offices.has(part)))),
    nameless: name === '',
  };
}

const everybody =
  /(undisclosed|\b(all|everyone|everybody|users?|members?|subscribers?|staff|employees|customers?|list|lists|announce|newsletters?|worldwide|houston|group|friends?)\b|userslist|-list)/i;

/** Whether the To line names nobody, a crowd, or the sender. */
export function readRecipients(to: string, from: string): { empty: boolean; crowd: boolean; self: boolean } {
  const read = to.slice(0, 2000).toLowerCase();
  const { address } = partsOf(from);
  return {
    empty: !read.includes('@') || read.includes('undisclosed'),
    crowd: everybody.test(read),
    self: address !== '' && read.includes(address),
  };
}

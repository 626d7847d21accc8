import { describe, expect, it } from 'vitest';
import { connectors } from '@/utils/crm/connectors';
import { crmName } from '@/utils/i18n/crm-names';
import { crmWords } from '@/utils/i18n/crm-words';
import { formats } from '@/utils/i18n/formats';
import { speakPages } from '@/utils/i18n/page-words';
import { sayBecause, sayFault, sayProblem } from '@/utils/i18n/say';
import { speak } from '@/utils/i18n/t';
import { Because, RefusalReason } from '@/utils/model/because';
import { FileProblem } from '@/utils/model/by-hand';
import { LedgerLine } from '@/utils/model/ledger';
import { IntentAnswer } from '@/utils/model/messages';
import type { Fault } from '@/utils/model/outbox';
import { sentences } from './sentences';

/** As they are written: what a page makes of them takes any number of arguments. */
const [{ t }, pageWords] = [await speak([]), await speakPages([])];

const problemCodes = [
  'not-open',
  'not-found',
  'storage-full',
  'storage-failed',
  'malformed',
  'no-permission',
  'insecure-address',
  'not-a-url',
  'crm-fault',
  'not-that-crm',
  'already-exists',
  'tab-gone',
  'undo-too-late',
  ...FileProblem.options,
  'import-refused',
] as const;

const faults: Fault[] = [
  { kind: 'offline' },
  { kind: 'signed-out' },
  { kind: 'not-permitted', what: 'create mail.message' },
  { kind: 'not-permitted' },
  { kind: 'slow-down', retryAt: Date.UTC(2026, 10, 21, 9, 42) },
  { kind: 'slow-down' },
  { kind: 'refused', reason: 'Lead source is required', field: 'lead_source' },
  { kind: 'refused', reason: 'No' },
  { kind: 'gone' },
  { kind: 'not-understood', step: 'partner search' },
];

describe('what people read', () => {
  it('has a phrase for every reason, refusal and ledger purpose', () => {
    for (const code of Because.shape.code.options)
      expect(sayBecause({ code, args: ['example.com'] }).length, code).toBeGreaterThan(3);
    for (const reason of RefusalReason.options) {
      expect(t.refusal[reason].length, reason).toBeGreaterThan(8);
    }
    for (const purpose of LedgerLine.shape.purpose.options)
      expect(pageWords.options.ledger.purpose[purpose].length, purpose).toBeGreaterThan(2);
  });

  it('says of every problem what happened, what is safe and what to do', () => {
    for (const code of problemCodes) {
      const answer = { ok: false, problem: { code, args: ['https://crm.example'] } };
      expect(IntentAnswer.safeParse(answer).success, `${code} is a problem that the worker knows`).toBe(true);
      const said = sayProblem({ code, args: ['https://crm.example'] });
      for (const part of [said.what, said.safe, said.todo]) expect(part.length, code).toBeGreaterThan(8);
    }
  });

  it('says of every fault what happened, what is safe and what to do, and keeps the CRM’s own words', () => {
    for (const fault of faults) {
      const said = sayFault(fault, 'odoo');
      for (const part of [said.what, said.safe, said.todo])
        expect(part.length, fault.kind).toBeGreaterThan(8);
      expect(`${said.what} ${said.todo}`, fault.kind).toMatch(/Odoo|CRM|contact|by itself/);
    }
    expect(sayFault({ kind: 'refused', reason: 'Lead source is required' }, 'odoo').what).toContain(
      'Lead source is required',
    );
    const asked = sayProblem({ code: 'crm-fault', args: ['refused', 'No such field', 'x_field'] }, 'odoo');
    expect(asked.what).toContain('No such field');
    expect(asked.what).toContain('x_field');
  });

  it('names every field of every CRM’s settings form, with a hint', () => {
    for (const connector of connectors) {
      const words = crmWords(connector.id);
      expect(crmName(connector.id), connector.id).toBe(
        connector.id === 'notebook' ? 'Notebook' : connector.name,
      );
      expect(words.duplicates.length, connector.id).toBeGreaterThan(10);
      for (const field of connector.fields) {
        const said = words.fields[field.name];
        expect(said?.label.length, `crm.${connector.id}.${field.name}`).toBeGreaterThan(2);
        expect(said?.hint.length, `crm.${connector.id}.${field.name}`).toBeGreaterThan(10);
      }
    }
  });

  it('leaves no message empty and no placeholder unfilled', () => {
    const all = sentences({ t, pageWords }, '', () => 3);
    expect(all.length).toBeGreaterThan(300);
    for (const [path, text] of all) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object|NaN|#|\$\{/);
    }
  });
});

describe('numbers and dates', () => {
  const form = formats('en-GB');
  const now = new Date(2026, 10, 21, 15, 0).getTime();

  it('takes the plural form that the language wants', () => {
    const forms = { one: '# mail', other: '# mails' };
    expect(form.plural(1, forms)).toBe('1 mail');
    expect(form.plural(0, forms)).toBe('0 mails');
    expect(form.plural(1200, forms)).toBe('1,200 mails');
    const polish = { one: '#a', few: '#b', many: '#c', other: '#d' };
    expect([1, 3, 7].map((count) => formats('pl').plural(count, polish))).toEqual(['1a', '3b', '7c']);
    expect(formats('pl').plural(3, { other: '#d' })).toBe('3d');
  });

  it('calls days by what they are to the reader, over midnight and summer time', () => {
    expect(form.day(new Date(2026, 10, 21, 0, 1).getTime(), now)).toBe('today');
    expect(form.day(new Date(2026, 10, 20, 23, 59).getTime(), now)).toBe('yesterday');
    expect(form.day(new Date(2026, 10, 22, 0, 1).getTime(), now)).toBe('tomorrow');
    expect(form.day(new Date(2026, 10, 18, 9, 0).getTime(), now)).toBe('Wed');
    expect(formats('ja').day(new Date(2026, 10, 18, 9, 0).getTime(), now)).toBe('水曜日');
    expect(form.day(new Date(2026, 10, 1, 9, 0).getTime(), now)).toBe('1 Nov');
    expect(form.day(new Date(2025, 10, 1, 9, 0).getTime(), now)).toBe('1 Nov 2025');
    expect(form.calendarDay('2026-11-21', now)).toBe('today');
    expect(['lido há 10 min.', 'read'].map(form.sentence)).toEqual(['lido há 10 min.', 'read.']);
    expect(form.dayBeside('2026-11-22', now)).toBe('Sun');
    expect(form.dayBeside('2026-12-06', now)).toBe('6 Dec');
    const afterChange = new Date(2026, 9, 26, 0, 30).getTime();
    expect(form.day(new Date(2026, 9, 25, 23, 30).getTime(), afterChange)).toBe('yesterday');
  });

  it('tells a wait in one unit, rounded down, so that nobody is said to wait longer than they do', () => {
    expect(form.span(59 * 60_000)).toMatch(/^59 min/);
    expect(form.span(119 * 60_000)).toMatch(/^1 h/);
    expect(form.span(47 * 3_600_000)).toBe('1 day');
    expect(form.span(0)).toMatch(/^1 min/);
  });

  it('speaks the first language it knows, in the reader’s region, else English', async () => {
    expect((await speak(['xx-YY', 'en-GB', 'en-US'])).locale).toBe('en-GB');
    expect((await speak(['xx', 'constructor'])).locale).toBe('en');
    expect((await speak([])).t.productName).toBe('Sidelog');
  });
});

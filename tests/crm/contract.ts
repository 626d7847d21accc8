import assert from 'node:assert/strict';
import type { ActivityToLog, Changes, CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { ActivityKind, CallActivity, EmailActivity, MeetingActivity } from '@/utils/model/activity';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import type { Fault } from '@/utils/model/outbox';
import type { Trouble } from './fakes/trouble';

/*
 * What every connector must do, as cases that run against a fake (tests/crm/*.test.ts) and against a live server
 * (`npm run conformance`). They ask the CRM itself what it holds, never the connector alone.
 */

/** A CRM to try the contract on, and what can be done to it behind the connector's back. */
export interface Harness {
  /** A session of the rep's, as a fresh worker would open it. */
  session(): CrmSession;
  /** A session of a colleague's on the same CRM. */
  colleague(): CrmSession;
  /** A session with a key that does not work; absent where there are no keys. */
  signedOut?(): CrmSession;
  /** Something that makes this run's names and addresses its own. */
  run: string;
  /** How many live records stand for this mail, asked from the CRM itself. */
  count(entry: ActivityToLog): Promise<number>;
  /** A logged record as the CRM shows it. `html`: the body is markup. `endsAt`: a meeting's, where the CRM has one. */
  read(
    remoteId: string,
  ): Promise<{ subject: string; body: string; at: number; html: boolean; endsAt?: number }>;
  /** Those fields of a logged record, by the CRM's own names and as it holds them. */
  row?: (remoteId: string, names: string[]) => Promise<Record<string, unknown>>;
  renameContact(id: string, name: string): Promise<void>;
  deleteContact(id: string): Promise<void>;
  /** A task of the rep's, due that day, about that contact. */
  addTask(title: string, dueDate: string, contactId: string): Promise<string>;
  /** What can go wrong on the way; absent where there is no way (the notebook). */
  trouble?: Trouble;
  /** Makes somebody follow this contact in every way the CRM has, and counts what they were told since. */
  watched?: (contactId: string) => Promise<() => Promise<number>>;
  /** Kinds of which this CRM cannot be asked what was logged lately. */
  unlisted?: readonly ActivityKind[];
  /** Waits until what was just written can be read everywhere; absent where it can at once. */
  settled?: () => Promise<void>;
  /** False where an entry may name a contact that does not exist. */
  checksTargets: boolean;
  /** The connector's own: whose records it can be asked for. */
  scopes: readonly MirrorScope[];
}

export interface ContractCase {
  name: string;
  /** What the harness must be able to do. */
  needs?: keyof Pick<Harness, 'trouble' | 'watched' | 'signedOut' | 'row'> | 'checksTargets';
  /** What the CRM must have a place for. */
  kind?: ActivityKind;
  /** What the connector must be able to ask for alone. */
  scope?: MirrorScope;
  run(harness: Harness): Promise<void>;
}

let counter = 0;
const next = (): string => `${Date.now().toString(36)}${(counter++).toString(36)}`;

/** A mail to log, on this contact, with a Message-ID of its own unless told otherwise. */
export function mail(
  harness: Harness,
  contactId: string,
  change: Partial<EmailActivity> = {},
): ActivityToLog {
  const id = next();
  return {
    key: `00000000-0000-5000-8000-${id.padStart(12, '0').slice(-12)}`,
    aliases: [`msg-f:${id}`, `<${id}.${harness.run}@mail.example>`],
    activity: {
      kind: 'email',
      direction: 'received',
      subject: `Offer ${id}`,
      at: Date.UTC(2026, 10, 20, 14, 30, 5),
      participants: [
        { address: `mia@${harness.run}.example`, name: 'Mia Berg', role: 'from', contactId },
        { address: 'rep@own.example', role: 'to' },
      ],
      summary: 'Could you send the offer by Friday?',
      ownWords: 'Hello,\n\ncould you send the offer by Friday?\nThank you',
      attachmentNames: ['plan.pdf'],
      contactIds: [contactId],
      ...change,
    },
  };
}

/** A meeting to log, on this contact, with an iCalendar UID of its own. */
export function meeting(
  harness: Harness,
  contactId: string,
  change: Partial<MeetingActivity> = {},
): ActivityToLog {
  const id = next();
  const at = Date.UTC(2026, 10, 20, 13, 0);
  return {
    key: `00000000-0000-5000-8000-${id.padStart(12, '0').slice(-12)}`,
    aliases: [`gcal:${id}`, `event:${id}.${harness.run}@calendar.example`],
    activity: {
      kind: 'meeting',
      direction: 'sent',
      subject: `Review ${id}`,
      at,
      participants: [
        { address: 'rep@own.example', role: 'from', answer: 'organizer' },
        {
          address: `mia@${harness.run}.example`,
          name: 'Mia Berg',
          role: 'to',
          contactId,
          answer: 'accepted',
        },
      ],
      summary: 'Decided: 40 seats.\nNext: <b>the offer</b>',
      ownWords: '',
      attachmentNames: [],
      contactIds: [contactId],
      outcome: 'positive',
      meeting: {
        endsAt: at + 45 * 60_000,
        allDay: false,
        place: 'Hall 3',
        conferenceUrl: 'https://meet.example/abc',
        status: 'confirmed',
      },
      ...change,
    },
  };
}

/** A call to log, on this contact. */
export function call(harness: Harness, contactId: string, change: Partial<CallActivity> = {}): ActivityToLog {
  const id = next();
  return {
    key: `00000000-0000-5000-8000-${id.padStart(12, '0').slice(-12)}`,
    aliases: [`call:${id}.${harness.run}`],
    activity: {
      kind: 'call',
      direction: 'sent',
      subject: `Call ${id}`,
      at: Date.UTC(2026, 10, 20, 9, 15),
      minutes: 12,
      participants: [
        { address: 'rep@own.example', role: 'from' },
        { address: `mia@${harness.run}.example`, name: 'Mia Berg', role: 'to', contactId },
      ],
      summary: 'Wants 40 seats & a discount.',
      ownWords: '',
      attachmentNames: [],
      contactIds: [contactId],
      ...change,
    },
  };
}

async function contact(harness: Harness, session: CrmSession, who = next()): Promise<string> {
  const draft = { name: `Mia ${who}`, address: `mia.${who}@${harness.run}.example` };
  return (await session.contacts.create(draft, `00000000-0000-5000-9000-${who.padStart(12, '0').slice(-12)}`))
    .remoteId;
}

/** Everything from `cursor` on, page by page. */
async function everything<T>(
  changedSince: (cursor: string | null) => Promise<Changes<T>>,
  from: string | null = null,
): Promise<{ items: T[]; gone: string[]; cursor: string }> {
  const items: T[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (let page = 0; page < 1000; page++) {
    const changes = await changedSince(cursor);
    items.push(...changes.items);
    gone.push(...changes.gone);
    cursor = changes.cursor;
    if (changes.complete) return { items, gone, cursor };
  }
  throw new Error('the delta never ends');
}

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof CrmFault, `rejects with a CrmFault, not with ${String(error)}`);
    return error.fault;
  }
  throw new Error('there was no fault');
}

/** What `log` made of one entry, however it says so. */
async function logOne(
  session: CrmSession,
  entry: ActivityToLog,
): Promise<{ remoteId: string; created: boolean }> {
  const [answer] = await session.activities.log([entry]);
  assert.ok(answer && 'remoteId' in answer, `logged, not ${JSON.stringify(answer)}`);
  return answer;
}

async function logFault(session: CrmSession, entry: ActivityToLog): Promise<Fault> {
  try {
    const [answer] = await session.activities.log([entry]);
    assert.ok(answer && 'fault' in answer, `a fault, not ${JSON.stringify(answer)}`);
    return answer.fault;
  } catch (error) {
    assert.ok(error instanceof CrmFault, `rejects with a CrmFault, not with ${String(error)}`);
    return error.fault;
  }
}

function hasPlaceFor({ activities }: CrmSession, kind: ActivityKind): boolean {
  return activities.kinds.includes(kind);
}

export const contractCases: ContractCase[] = [
  {
    name: 'says who is signed in, and names the account the same for two colleagues',
    async run(h) {
      const me = await h.session().whoAmI();
      const colleague = await h.colleague().whoAmI();
      assert.ok(me.account.length > 3);
      assert.equal(me.account, colleague.account);
      assert.equal(me.account, (await h.session().whoAmI()).account);
    },
  },
  {
    name: 'a created contact is in the mirror with its address, phone, title and company',
    async run(h) {
      const session = h.session();
      const who = next();
      const { remoteId, created } = await session.contacts.create(
        {
          name: `Zoë O'Hara-${who}`,
          address: `Zoe.${who}@${h.run}.example`,
          phone: '+49 30 1234567',
          title: 'Head of Purchasing',
          company: { name: `Nord & Licht ${who}`, domain: `nl-${who}-${h.run}.example` },
        },
        next(),
      );
      assert.equal(created, true);
      const { items } = await everything((cursor) => session.contacts.changedSince(cursor));
      const mirrored = items.find((item) => item.id === remoteId);
      assert.equal(mirrored?.name, `Zoë O'Hara-${who}`);
      assert.deepEqual(mirrored?.addresses, [`zoe.${who}@${h.run}.example`]);
      assert.equal(mirrored?.phones[0]?.replaceAll(/[^+\d]/g, ''), '+49301234567');
      assert.equal(mirrored?.title, 'Head of Purchasing');
      assert.equal(mirrored?.companyName, `Nord & Licht ${who}`);
      const companies = await everything((cursor) => session.companies.changedSince(cursor));
      const company = companies.items.find((item) => item.id === mirrored?.companyId);
      assert.deepEqual(company?.domains, [`nl-${who}-${h.run}.example`]);
    },
  },
  ...(['mine', 'team'] as const).map(
    (of): ContractCase => ({
      name: `what the rep creates is in a mirror of “${of}” alone, the contact and its company`,
      scope: of,
      async run(h) {
        const who = next();
        const company = { name: `Hafen ${who}`, domain: `hafen-${who}-${h.run}.example` };
        const draft = { name: `Ole ${who}`, address: `ole.${who}@${h.run}.example`, company };
        const { remoteId, created } = await h.session().contacts.create(draft, next());
        assert.equal(created, true);
        await h.settled?.();
        const { contacts, companies } = h.session();
        const people = await everything((cursor) => contacts.changedSince(cursor, { of }));
        const mirrored = people.items.find(({ id }) => id === remoteId);
        assert.equal(mirrored?.name, `Ole ${who}`);
        const firms = await everything((cursor) => companies.changedSince(cursor, { of }));
        const firm = firms.items.find(({ domains }) => domains.includes(company.domain));
        assert.equal(firm?.id, mirrored.companyId);
      },
    }),
  ),
  {
    name: 'a company of that domain is taken and not made a second time',
    async run(h) {
      const session = h.session();
      const who = next();
      const company = { name: `Werft ${who}`, domain: `werft-${who}-${h.run}.example` };
      await session.contacts.create({ name: 'One', address: `one.${who}@${h.run}.example`, company }, next());
      await session.contacts.create(
        { name: 'Two', address: `two.${who}@${h.run}.example`, company: { ...company, name: 'Other name' } },
        next(),
      );
      const { items } = await everything((cursor) => session.companies.changedSince(cursor));
      assert.equal(items.filter((item) => item.domains.includes(company.domain)).length, 1);
    },
  },
  {
    name: 'a contact whose address is there already is not created again, however it is written',
    async run(h) {
      const session = h.session();
      const who = next();
      const first = await session.contacts.create(
        { name: 'Mia', address: `mia_${who}@${h.run}.example` },
        next(),
      );
      const again = await h
        .colleague()
        .contacts.create({ name: 'M. Berg', address: ` MIA_${who}@${h.run.toUpperCase()}.example ` }, next());
      assert.equal(again.remoteId, first.remoteId);
      assert.equal(again.created, false);
      // `_` is any character to some databases.
      const other = await session.contacts.create(
        { name: 'Mia X', address: `miax${who}@${h.run}.example` },
        next(),
      );
      assert.notEqual(other.remoteId, first.remoteId);
    },
  },
  {
    name: 'after the first reading only changes come, renamed and deleted ones among them',
    async run(h) {
      const session = h.session();
      const [kept, renamed, deleted] = [
        await contact(h, session),
        await contact(h, session),
        await contact(h, session),
      ];
      const first = await everything((cursor) => session.contacts.changedSince(cursor));
      for (const id of [kept, renamed, deleted]) assert.ok(first.items.some((item) => item.id === id));
      await h.renameContact(renamed, 'Mia Berg-Lund');
      const company = { name: `Neu ${next()}`, domain: `neu-${next()}-${h.run}.example` };
      await session.contacts.create(
        { name: 'New', address: `new.${next()}@${h.run}.example`, company },
        next(),
      );
      await h.deleteContact(deleted);
      const then = await everything((cursor) => h.session().contacts.changedSince(cursor), first.cursor);
      assert.equal(then.items.find((item) => item.id === renamed)?.name, 'Mia Berg-Lund');
      assert.deepEqual(then.gone, [deleted], 'the deleted contact is gone, and nobody else');
      assert.ok(!then.items.some((item) => item.id === deleted));
      const last = await everything((cursor) => session.contacts.changedSince(cursor), then.cursor);
      assert.deepEqual(last.gone, []);
    },
  },
  {
    name: 'a logged mail is found by its Message-ID and by its key, once',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      assert.equal((await session.activities.findByAliases([entry])).size, 0);
      const { remoteId, created } = await logOne(session, entry);
      assert.equal(created, true);
      assert.equal((await h.session().activities.findByAliases([entry])).get(entry.key), remoteId);
      const colleagues = { ...entry, key: mail(h, '1').key, aliases: [`msg-f:${next()}`, ...entry.aliases] };
      assert.equal(
        (await h.colleague().activities.findByAliases([colleagues])).get(colleagues.key),
        remoteId,
      );
      assert.equal(await h.count(entry), 1);
    },
  },
  {
    name: 'a mail without a Message-ID is found again by its key',
    async run(h) {
      const session = h.session();
      const entry = { ...mail(h, await contact(h, session)), aliases: [`msg-f:${next()}`] };
      const { remoteId } = await logOne(session, entry);
      assert.equal((await h.session().activities.findByAliases([entry])).get(entry.key), remoteId);
    },
  },
  {
    name: 'of many entries only those that are there are found',
    async run(h) {
      const session = h.session();
      const id = await contact(h, session);
      const entries = [mail(h, id), mail(h, id), mail(h, id)];
      await session.activities.log([entries[1]!]);
      const found = await session.activities.findByAliases(entries);
      assert.deepEqual([...found.keys()], [entries[1]!.key]);
    },
  },
  {
    name: 'a batch is answered in its order, each mail once',
    async run(h) {
      const session = h.session();
      const id = await contact(h, session);
      const size = Math.min(session.activities.batch.log, 5);
      const entries = Array.from({ length: size }, () => mail(h, id));
      const answers = await session.activities.log(entries);
      assert.equal(answers.length, size);
      for (const [index, entry] of entries.entries()) {
        const answer = answers[index];
        assert.ok(answer && 'remoteId' in answer);
        assert.equal((await h.read(answer.remoteId)).subject, entry.activity.subject);
        assert.equal(await h.count(entry), 1);
      }
    },
  },
  {
    name: 'one mail on a deleted contact does not hold up the others',
    needs: 'checksTargets',
    async run(h) {
      const session = h.session();
      const [there, deleted] = [await contact(h, session), await contact(h, session)];
      await h.deleteContact(deleted);
      const [good, bad] = [mail(h, there), mail(h, deleted)];
      const answers = await session.activities.log(session.activities.batch.log > 1 ? [bad, good] : [bad]);
      assert.deepEqual(answers[0], { fault: { kind: 'gone' } });
      if (answers.length > 1) assert.ok(answers[1] && 'remoteId' in answers[1] && answers[1].created);
      assert.equal(await h.count(bad), 0);
    },
  },
  {
    name: 'the record shows the mail: subject, own words and the exact time',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session), { subject: 'Angebot für Köln — 見積' });
      const record = await h.read((await logOne(session, entry)).remoteId);
      assert.equal(record.subject, 'Angebot für Köln — 見積');
      assert.equal(record.at, entry.activity.at);
      assert.match(record.body, /could you send the offer by Friday\?/);
    },
  },
  {
    name: 'words of a mail that look like markup or a query stay words',
    async run(h) {
      const session = h.session();
      const nasty = `<img src=x onerror=alert(1)> </p><script>alert(2)</script> '"]) OR 1=1 -- %_\\ {{7*7}} &lt;b&gt;`;
      const entry = mail(h, await contact(h, session), {
        subject: nasty,
        ownWords: nasty,
        summary: nasty,
        attachmentNames: ['<b>.pdf', '=1+1.csv'],
      });
      const { remoteId } = await logOne(session, entry);
      assert.equal((await session.activities.findByAliases([entry])).get(entry.key), remoteId);
      const record = await h.read(remoteId);
      assert.equal(record.subject, nasty);
      if (record.html) {
        assert.doesNotMatch(record.body, /<(script|img|b>\.pdf)/i);
        assert.match(record.body, /&lt;script&gt;alert\(2\)&lt;\/script&gt;/);
        assert.match(record.body, /&amp;lt;b&amp;gt;/);
      } else assert.ok(record.body.includes(nasty));
    },
  },
  {
    name: 'a mail whose text is not to be logged still makes a record that counts',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session), {
        subject: '',
        summary: '',
        ownWords: '',
        attachmentNames: [],
      });
      const { remoteId } = await logOne(session, entry);
      assert.equal((await session.activities.findByAliases([entry])).get(entry.key), remoteId);
    },
  },
  {
    name: 'logging what is there already leaves one record and says so',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      const first = await logOne(session, entry);
      const second = await logOne(h.colleague(), entry);
      assert.deepEqual(second, { remoteId: first.remoteId, created: false });
      assert.equal(await h.count(entry), 1);
    },
  },
  {
    name: 'two colleagues who log the same mail at the same time make one record',
    async run(h) {
      const id = await contact(h, h.session());
      const sessions = [h.session(), h.colleague()];
      await Promise.all(sessions.map((session) => session.whoAmI()));
      h.trouble?.delay(20);
      const entry = mail(h, id);
      const answers = await Promise.all(sessions.map((session) => logOne(session, entry)));
      h.trouble?.calm();
      assert.equal(await h.count(entry), 1);
      assert.equal(answers.filter((answer) => answer.created).length, 1);
      assert.equal(answers[0]!.remoteId, answers[1]!.remoteId);
    },
  },
  {
    name: 'a worker that is killed while it logs is followed by one that finds it or logs it, once',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      await session.activities.findByAliases([entry]);
      h.trouble!.killWorker();
      await session.activities.log([entry]).catch(() => []);
      h.trouble!.calm();
      const fresh = h.session();
      // A live server may still be at it; the engine's lease is 90 s.
      for (let look = 0; look < 3 && (await fresh.activities.findByAliases([entry])).size === 0; look += 1)
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      const there = (await fresh.activities.findByAliases([entry])).get(entry.key);
      const { remoteId } = there === undefined ? await logOne(fresh, entry) : { remoteId: there };
      assert.equal(await h.count(entry), 1);
      await fresh.activities.remove(remoteId);
      assert.equal(await h.count(entry), 0);
    },
  },
  {
    name: 'of two records the later, whose answer was lost, is cleared away when somebody comes back to it',
    needs: 'trouble',
    async run(h) {
      const [first, later] = [h.session(), h.colleague()];
      const id = await contact(h, first);
      await later.whoAmI();
      for (const entry of [mail(h, id), ...(hasPlaceFor(first, 'meeting') ? [meeting(h, id)] : [])]) {
        // Neither saw the other's: both looked before.
        const { remoteId } = await logOne(first, entry);
        h.trouble!.loseAnswer();
        await later.activities.log([entry]).catch(() => []);
        h.trouble!.calm();
        const back = h.colleague();
        const there = await back.activities.readBack?.([entry]);
        if (there) assert.equal(there.get(entry.key)?.remoteId, remoteId);
        assert.equal((await back.activities.findByAliases([entry])).get(entry.key), remoteId);
        assert.equal(await h.count(entry), 1);
        await first.activities.remove(remoteId);
        assert.equal(await h.count(entry), 0);
      }
    },
  },
  {
    name: 'of two tasks under one key the later, whose answer was lost, is cleared away on coming back',
    needs: 'trouble',
    async run(h) {
      const [first, later] = [h.session(), h.colleague()];
      const id = await contact(h, first);
      await later.whoAmI();
      if (!first.tasks || !later.tasks) return;
      const draft = { title: 'Call back', dueDate: '2026-12-04', contactIds: [id], note: '' };
      const { key } = mail(h, id);
      const { remoteId } = await first.tasks.create(draft, key);
      h.trouble!.loseAnswer();
      await later.tasks.create(draft, key).catch(() => undefined);
      h.trouble!.calm();
      const back = h.colleague().tasks;
      const there = await back?.readBack?.(draft, key);
      if (there) assert.equal(there.remoteId, remoteId);
      await first.tasks.remove(remoteId);
      assert.equal(await back?.find(draft, key), null, 'the later one is gone');
    },
  },
  {
    name: 'a removed mail is gone, removing it again is fine, and it can be logged anew',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      const { remoteId } = await logOne(session, entry);
      await session.activities.remove(remoteId);
      assert.equal(await h.count(entry), 0);
      assert.equal((await session.activities.findByAliases([entry])).size, 0);
      await session.activities.remove(remoteId);
      assert.equal((await logOne(session, entry)).created, true);
      assert.equal(await h.count(entry), 1);
    },
  },
  {
    name: 'nobody is notified of a logged mail, not even who follows everything',
    needs: 'watched',
    async run(h) {
      const session = h.session();
      const id = await contact(h, session);
      const told = await h.watched!(id);
      const entry = mail(h, id);
      const { remoteId } = await logOne(session, entry);
      await session.activities.remove(remoteId);
      await session.activities.log([mail(h, id, { direction: 'sent' }), mail(h, id)]);
      assert.equal(await told(), 0);
    },
  },
  {
    name: "the rep's open task is there, and gone or done once completed; completing it again is fine",
    async run(h) {
      const session = h.session();
      if (!session.tasks) return;
      const id = await contact(h, session);
      const taskId = await h.addTask('Call back', '2026-12-03', id);
      const { tasks } = session;
      const before = await everything((cursor) => tasks.changedSince(cursor));
      const task = before.items.find((item) => item.id === taskId);
      assert.equal(task?.title, 'Call back');
      assert.equal(task?.dueDate, '2026-12-03');
      assert.equal(task?.done, false);
      assert.deepEqual(task?.contactIds, [id]);
      await tasks.complete(taskId);
      await tasks.complete(taskId);
      const after = await everything((cursor) => tasks.changedSince(cursor), before.cursor);
      const still = after.items.find((item) => item.id === taskId);
      assert.ok(after.gone.includes(taskId) || still?.done === true);
    },
  },
  {
    name: 'a next step is a task on the contact, found again by its key, done or not, and removed without a trace',
    async run(h) {
      const session = h.session();
      const { tasks } = session;
      if (!tasks) return;
      const id = await contact(h, session);
      const key = mail(h, id).key;
      const nasty = `Send <b>the offer</b> "]) by Friday & 100 %`;
      const draft = { title: nasty, dueDate: '2026-12-04', contactIds: [id], note: nasty };
      assert.equal(await tasks.find(draft, key), null);
      const { remoteId, created } = await tasks.create(draft, key);
      assert.equal(created, true);
      assert.equal(await h.session().tasks!.find(draft, key), remoteId);
      assert.equal(await tasks.find(draft, mail(h, id).key), null);
      const { items } = await everything((cursor) => tasks.changedSince(cursor));
      const task = items.find((item) => item.id === remoteId);
      assert.equal(task?.title, nasty);
      assert.equal(task?.dueDate, '2026-12-04');
      assert.deepEqual(task?.contactIds, [id]);
      await tasks.remove(remoteId);
      await tasks.remove(remoteId);
      assert.equal(await tasks.find(draft, key), null);
      const again = await tasks.create(draft, key);
      assert.equal(again.created, true);
      await tasks.remove(again.remoteId);
    },
  },
  {
    name: 'two colleagues who confirm the same next step at the same time make one task',
    async run(h) {
      const id = await contact(h, h.session());
      const sessions = [h.session(), h.colleague()];
      await Promise.all(sessions.map((session) => session.whoAmI()));
      const draft = { title: 'Send the offer', dueDate: '2026-12-04', contactIds: [id], note: '' };
      const key = mail(h, id).key;
      h.trouble?.delay(20);
      const made = await Promise.all(sessions.map((session) => session.tasks?.create(draft, key)));
      h.trouble?.calm();
      if (!made[0] || !made[1]) return;
      assert.equal(made[0].remoteId, made[1].remoteId);
      assert.equal(made.filter((each) => each?.created).length, 1);
    },
  },
  {
    name: 'a task tells nobody but the rep, without a due date too',
    needs: 'watched',
    async run(h) {
      const session = h.session();
      if (!session.tasks) return;
      const id = await contact(h, session);
      const told = await h.watched!(id);
      const draft = { title: 'Call back', contactIds: [id], note: 'Please call me back.' };
      const { remoteId } = await session.tasks.create(draft, mail(h, id).key);
      await session.tasks.remove(remoteId);
      assert.equal(await told(), 0);
    },
  },
  {
    name: 'a task whose answer was lost is found and not created twice',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const { tasks } = session;
      if (!tasks) return;
      const id = await contact(h, session);
      const draft = { title: 'Call back', dueDate: '2026-12-04', contactIds: [id], note: '' };
      const key = mail(h, id).key;
      assert.equal(await tasks.find(draft, key), null);
      h.trouble!.loseAnswer();
      assert.deepEqual(await faultOf(tasks.create(draft, key)), { kind: 'offline' });
      h.trouble!.calm();
      assert.ok(await h.session().tasks!.find(draft, key));
    },
  },
  {
    name: 'a contact from a signature has its phones, and a new title or phone takes the place of the old one alone',
    async run(h) {
      const session = h.session();
      const who = next();
      const { remoteId } = await session.contacts.create(
        {
          name: `Ida ${who}`,
          address: `ida.${who}@${h.run}.example`,
          phone: '+49 40 5550101',
          mobile: '+49 171 5550102',
          title: 'Buyer',
          website: `https://www.ida-${who}.example`,
          postalAddress: 'Hafenstr. 5, 20457 Hamburg',
          // Some CRMs keep a title with the company that a person has it at.
          company: { name: `Werk ${who}`, domain: `werk-${who}-${h.run}.example` },
        },
        mail(h, '1').key,
      );
      const digits = (phone: string) => phone.replaceAll(/[^+\d]/g, '');
      const read = async () => {
        const { items } = await everything((cursor) => session.contacts.changedSince(cursor));
        return items.find((item) => item.id === remoteId);
      };
      assert.ok((await read())?.phones.map(digits).includes('+49405550101'));
      await session.contacts.update({ contactId: remoteId, field: 'title', old: 'Buyer', new: 'Head' });
      const old = (await read())?.phones[0] ?? '';
      const change = { contactId: remoteId, field: 'phone', old, new: '+49 40 5550199' } as const;
      await session.contacts.update(change);
      await session.contacts.update(change);
      const now = await read();
      assert.equal(now?.title, 'Head');
      assert.ok(now?.phones.map(digits).includes('+49405550199'));
      assert.ok(!now?.phones.map(digits).includes('+49405550101'));
      await h.deleteContact(remoteId);
      assert.deepEqual(await faultOf(session.contacts.update(change)), { kind: 'gone' });
    },
  },
  {
    name: 'a logged meeting is found by its UID and by its key, once, and shows its time and notes',
    kind: 'meeting',
    async run(h) {
      const session = h.session();
      const entry = meeting(h, await contact(h, session));
      assert.equal((await session.activities.findByAliases([entry])).size, 0);
      const { remoteId, created } = await logOne(session, entry);
      assert.equal(created, true);
      assert.equal((await h.session().activities.findByAliases([entry])).get(entry.key), remoteId);
      const colleagues = { ...entry, key: mail(h, '1').key, aliases: ['owa:other', entry.aliases[1]!] };
      assert.equal(
        (await h.colleague().activities.findByAliases([colleagues])).get(colleagues.key),
        remoteId,
      );
      assert.deepEqual(await logOne(h.colleague(), entry), { remoteId, created: false });
      assert.equal(await h.count(entry), 1);
      const record = await h.read(remoteId);
      assert.equal(record.subject, entry.activity.subject);
      assert.equal(record.at, entry.activity.at);
      assert.match(record.body, /Decided: 40 seats\./);
      assert.ok(!record.html || !/<b>the offer/.test(record.body), 'words stay words');
      const { activity } = entry;
      if (record.endsAt !== undefined && activity.kind === 'meeting')
        assert.equal(record.endsAt, activity.meeting.endsAt);
    },
  },
  {
    name: 'a meeting that moved has its new time and keeps its notes, and is still found; changing what is gone says so',
    kind: 'meeting',
    async run(h) {
      const session = h.session();
      const { update } = session.activities;
      if (!update) return;
      const entry = meeting(h, await contact(h, session));
      const { remoteId } = await logOne(session, entry);
      const { activity } = entry;
      assert.ok(activity.kind === 'meeting');
      const at = activity.at + 26 * 3_600_000;
      const moved: ActivityToLog = {
        ...entry,
        // A day later the texts are forgotten here.
        activity: {
          ...activity,
          at,
          subject: '',
          summary: '',
          meeting: { ...activity.meeting, endsAt: at + 3_600_000 },
        },
      };
      await update.call(session.activities, remoteId, moved);
      await update.call(session.activities, remoteId, moved);
      const record = await h.read(remoteId);
      assert.equal(record.at, at);
      if (record.endsAt !== undefined) assert.equal(record.endsAt, at + 3_600_000);
      assert.equal(record.subject, activity.subject);
      assert.match(record.body, /Decided: 40 seats\./);
      assert.equal((await h.session().activities.findByAliases([entry])).get(entry.key), remoteId);
      assert.equal(await h.count(entry), 1);
      await session.activities.remove(remoteId);
      assert.equal(await h.count(entry), 0);
      assert.deepEqual(await faultOf(update.call(session.activities, remoteId, moved)), { kind: 'gone' });
      assert.equal((await logOne(session, entry)).created, true);
    },
  },
  {
    name: 'nobody is notified or invited by a logged meeting, nor when it moves or goes',
    kind: 'meeting',
    needs: 'watched',
    async run(h) {
      const session = h.session();
      const id = await contact(h, session);
      const told = await h.watched!(id);
      const entry = meeting(h, id, { at: Date.now() + 86_400_000 });
      const { remoteId } = await logOne(session, entry);
      await session.activities.update?.(remoteId, entry);
      await session.activities.remove(remoteId);
      assert.equal(await told(), 0);
    },
  },
  {
    name: 'a logged call is found again, shows its notes, and is removed without a trace',
    kind: 'call',
    async run(h) {
      const session = h.session();
      const entry = call(h, await contact(h, session));
      assert.equal((await session.activities.findByAliases([entry])).size, 0);
      const { remoteId } = await logOne(session, entry);
      assert.equal((await h.session().activities.findByAliases([entry])).get(entry.key), remoteId);
      assert.deepEqual(await logOne(session, entry), { remoteId, created: false });
      const record = await h.read(remoteId);
      assert.equal(record.subject, entry.activity.subject);
      assert.equal(record.at, entry.activity.at);
      assert.match(record.body, /Wants 40 seats (&|&amp;) a discount\./);
      assert.equal(await h.count(entry), 1);
      await session.activities.remove(remoteId);
      await session.activities.remove(remoteId);
      assert.equal(await h.count(entry), 0);
    },
  },
  {
    name: 'a link leads to a record on the CRM itself, or there is none',
    async run(h) {
      const link = h.session().linkTo('contact', '7');
      assert.ok(link === null || /^https?:\/\/[^/]+\/.*7/.test(link));
    },
  },
  {
    name: 'an answer lost on the way: the mail is found and not logged twice',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      await session.activities.findByAliases([entry]);
      await session.whoAmI();
      h.trouble!.loseAnswer();
      assert.deepEqual(await logFault(session, entry), { kind: 'offline' });
      h.trouble!.calm();
      const fresh = h.session();
      assert.equal((await fresh.activities.findByAliases([entry])).size, 1);
      assert.equal(await h.count(entry), 1);
    },
  },
  {
    name: 'a server that did it and then failed: the mail is found and not logged twice',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      await session.whoAmI();
      h.trouble!.commitThenFail();
      assert.deepEqual(await logFault(session, entry), { kind: 'offline' });
      h.trouble!.calm();
      assert.equal((await session.activities.findByAliases([entry])).size, 1);
      assert.equal(await h.count(entry), 1);
    },
  },
  {
    name: 'a contact whose answer was lost is there once after a second try',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const draft = { name: 'Ida Lost', address: `ida.${next()}@${h.run}.example` };
      await session.whoAmI();
      const key = next();
      h.trouble!.loseAnswer();
      assert.equal((await faultOf(session.contacts.create(draft, key))).kind, 'offline');
      h.trouble!.calm();
      const { remoteId } = await session.contacts.create(draft, key);
      const { items } = await everything((cursor) => session.contacts.changedSince(cursor));
      const mirrored = items.filter((item) => item.addresses.includes(draft.address));
      assert.deepEqual(
        mirrored.map((item) => item.id),
        [remoteId],
      );
    },
  },
  {
    name: 'a key that does not work says signed out, and nothing else',
    needs: 'signedOut',
    async run(h) {
      const session = h.signedOut!();
      assert.deepEqual(await faultOf(session.whoAmI()), { kind: 'signed-out' });
      assert.deepEqual(await faultOf(session.contacts.changedSince(null)), { kind: 'signed-out' });
      assert.deepEqual(await logFault(session, mail(h, '1')), { kind: 'signed-out' });
    },
  },
  ...(['seconds', 'date', 'body'] as const).map(
    (form): ContractCase => ({
      name: `asked to wait (${form}), it says until when`,
      needs: 'trouble',
      async run(h) {
        const session = h.session();
        await session.whoAmI();
        h.trouble!.slowDown(form, 90);
        const fault = await faultOf(session.contacts.changedSince(null));
        h.trouble!.calm();
        assert.equal(fault.kind, 'slow-down');
        const wait = fault.kind === 'slow-down' && fault.retryAt ? fault.retryAt - Date.now() : 0;
        assert.ok(wait > 80_000 && wait < 95_000, `about 90 s, not ${wait} ms`);
      },
    }),
  ),
  {
    name: 'a page instead of an answer is not understood, and never taken for success',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      const entry = mail(h, await contact(h, session));
      h.trouble!.serveHtml();
      const faults = [
        await faultOf(session.contacts.changedSince(null)),
        await faultOf(session.activities.findByAliases([entry])),
        await logFault(session, entry),
        await faultOf(h.session().whoAmI()),
      ];
      h.trouble!.calm();
      for (const fault of faults) assert.equal(fault.kind, 'not-understood');
      assert.equal(await h.count(entry), 0);
    },
  },
  {
    name: 'where nothing answers it says offline, and works again afterwards in the same session',
    needs: 'trouble',
    async run(h) {
      const session = h.session();
      h.trouble!.away();
      assert.deepEqual(await faultOf(session.whoAmI()), { kind: 'offline' });
      h.trouble!.calm();
      assert.ok((await session.whoAmI()).account);
    },
  },
];

/** Whether this harness can try a case. */
export function canRun(harness: Harness, { needs, kind, scope }: ContractCase): boolean {
  const placed = kind === undefined || harness.session().activities.kinds.includes(kind);
  const asked = scope === undefined || harness.scopes.includes(scope);
  return placed && asked && (needs === undefined || Boolean(harness[needs]));
}

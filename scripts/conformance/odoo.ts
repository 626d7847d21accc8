import { CrmFault } from '@/utils/crm/errors';
import { odooOrigin, odooPattern } from '@/utils/crm/odoo/address';
import { eventOf } from '@/utils/crm/odoo/event-values';
import { messageIdsOf } from '@/utils/crm/odoo/find-messages';
import { odoo } from '@/utils/crm/odoo/odoo';
import { openWire, type Wire } from '@/utils/crm/odoo/wire';
import { z } from '@/utils/model/zod';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

const ids = z.array(z.int());

const writes = (url: string, body: string): boolean =>
  /"(create|unlink|write|message_post|action_feedback)"/.test(body) ||
  /\/(create|unlink|write|message_post|action_feedback)$/.test(url);

export const makeLiveOdoo: MakeLive = async (settings, run) => {
  const origin = odooOrigin(settings.url ?? '');
  const proxy = await openProxy(origin, writes);
  const notes: string[] = [];
  const session = (change: Record<string, string> = {}) =>
    odoo.connect({ ...settings, ...change, url: proxy.origin }, proxied);
  // Behind the connector's back: the same server without the proxy.
  const direct = await openWire(
    {
      origin,
      database: settings.database ?? '',
      login: settings.login ?? '',
      key: settings.key ?? '',
    },
    unledgered([odooPattern(settings.url ?? '')]),
  );
  const ask = { purpose: 'find' } as const;

  return {
    notes,
    harness: {
      run,
      session: () => session(),
      // Another colleague's login where one is given; else a second worker of the same user.
      colleague: () =>
        settings.colleagueLogin && settings.colleagueKey
          ? session({ login: settings.colleagueLogin, key: settings.colleagueKey })
          : session(),
      signedOut: () => session({ key: `${settings.key}x` }),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: odoo.scopes,
      count: async (entry) => {
        const notes = await direct.call({
          ...ask,
          model: 'mail.message',
          method: 'search_count',
          args: { domain: [['message_id', 'in', [...entry.aliases, ...messageIdsOf(entry)]]] },
          answer: z.int(),
        });
        if (entry.activity.kind !== 'meeting') return notes;
        const events = await direct.call({
          ...ask,
          model: 'calendar.event',
          method: 'search_count',
          args: { domain: [['description', 'ilike', `sidelog-${entry.key}`]] },
          answer: z.int(),
        });
        return notes + events;
      },
      read: async (remoteId) => {
        const event = eventOf(remoteId);
        if (event !== undefined) return readEvent(direct, event);
        const [row] = await direct.call({
          ...ask,
          model: 'mail.message',
          method: 'read',
          ids: [Number(remoteId)],
          args: { fields: ['subject', 'body', 'date'] },
          answer: z.array(
            z.object({
              subject: z.union([z.string(), z.literal(false)]),
              body: z.string(),
              date: z.string(),
            }),
          ),
        });
        return {
          subject: row?.subject || '',
          body: row?.body ?? '',
          at: Date.parse(`${row?.date.replace(' ', 'T')}Z`),
          html: true,
        };
      },
      row: async (remoteId, names) => {
        const event = eventOf(remoteId);
        const [row] = await direct.call({
          ...ask,
          model: event === undefined ? 'mail.message' : 'calendar.event',
          method: 'read',
          ids: [event ?? Number(remoteId)],
          args: { fields: names },
          answer: z.array(z.record(z.string(), z.unknown())),
        });
        return row ?? {};
      },
      renameContact: async (id, name) => {
        await direct.call({
          ...ask,
          model: 'res.partner',
          method: 'write',
          ids: [Number(id)],
          args: { vals: { name } },
          answer: z.unknown(),
        });
      },
      deleteContact: (id) => unlink(direct, [Number(id)]),
      addTask: (title, dueDate, contactId) => addTask(direct, title, dueDate, Number(contactId)),
      watched: (contactId) => watch(direct, Number(contactId), run, notes),
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      await removeEverything(direct, run);
      await proxy.close();
    },
  };
};

async function readEvent(wire: Wire, id: number) {
  const [row] = await wire.call({
    purpose: 'find',
    model: 'calendar.event',
    method: 'read',
    ids: [id],
    args: { fields: ['name', 'description', 'start', 'stop'] },
    answer: z.array(
      z.object({ name: z.string(), description: z.string(), start: z.string(), stop: z.string() }),
    ),
  });
  const at = (stamp = '') => Date.parse(`${stamp.replace(' ', 'T')}Z`);
  return {
    subject: row?.name ?? '',
    body: row?.description ?? '',
    at: at(row?.start),
    endsAt: at(row?.stop),
    html: true,
  };
}

async function unlink(wire: Wire, partners: number[]): Promise<void> {
  await wire.call({
    purpose: 'remove',
    model: 'res.partner',
    method: 'unlink',
    ids: partners,
    answer: z.unknown(),
  });
}

async function addTask(wire: Wire, title: string, dueDate: string, partner: number): Promise<string> {
  const [id] = await wire.call({
    purpose: 'task',
    model: 'mail.activity',
    method: 'create',
    args: {
      vals_list: [{ summary: title, date_deadline: dueDate, res_id: partner, user_id: wire.uid }],
    },
    // The model by its name: its number is for administrators to read.
    context: { default_res_model: 'res.partner' },
    answer: ids,
  });
  return String(id);
}

async function newFollower(wire: Wire, run: string): Promise<number> {
  const [id] = await wire.call({
    purpose: 'find',
    model: 'res.partner',
    method: 'create',
    args: { vals_list: [{ name: 'Follower', email: `follower@${run}.example` }] },
    answer: ids,
  });
  return id ?? 0;
}

/** Another internal user's partner: only those are told of internal notes. */
async function colleague(wire: Wire): Promise<number[]> {
  const users = await wire.call({
    purpose: 'find',
    model: 'res.users',
    method: 'search_read',
    args: {
      domain: [
        ['share', '=', false],
        ['id', '!=', wire.uid],
      ],
      fields: ['partner_id'],
      limit: 5,
    },
    answer: z.array(z.object({ id: z.int(), partner_id: z.tuple([z.int(), z.string()]) })),
  });
  return users.map((user) => user.partner_id[0]);
}

/** Followers, a colleague among them, who ticked everything there is, "Note" too, and what was sent or shown to anybody since. */
async function watch(
  wire: Wire,
  partner: number,
  run: string,
  notes: string[],
): Promise<() => Promise<number>> {
  const followers = [await newFollower(wire, run), ...(await colleague(wire))];
  const subtypes = await wire.call({
    purpose: 'find',
    model: 'mail.message.subtype',
    method: 'search',
    args: {
      domain: [
        ['res_model', 'in', [false, 'res.partner']],
        ['hidden', 'in', [true, false]],
      ],
    },
    answer: ids,
  });
  await wire.call({
    purpose: 'find',
    model: 'res.partner',
    method: 'message_subscribe',
    ids: [partner],
    args: { partner_ids: followers, subtype_ids: subtypes },
    answer: z.unknown(),
  });
  const domains = {
    'mail.notification': [
      ['mail_message_id.model', 'in', ['res.partner', 'crm.lead', 'calendar.event', 'mail.activity']],
    ],
    'mail.mail': [],
    'mail.message': [
      ['model', '=', 'res.partner'],
      ['res_id', '=', partner],
      ['notified_partner_ids', '!=', false],
    ],
  };
  const count = async (): Promise<number> => {
    let total = 0;
    for (const [model, domain] of Object.entries(domains)) {
      try {
        total += await wire.call({
          purpose: 'find',
          model,
          method: 'search_count',
          args: { domain },
          answer: z.int(),
        });
      } catch (error) {
        if (!(error instanceof CrmFault) || error.fault.kind !== 'not-permitted') throw error;
        const note = `${model} cannot be counted with this user's rights`;
        if (!notes.includes(note)) notes.push(note);
      }
    }
    return total;
  };
  const before = await count();
  return async () => (await count()) - before;
}

async function removeEverything(wire: Wire, run: string): Promise<void> {
  const mine = (company: boolean) =>
    wire.call({
      purpose: 'find',
      model: 'res.partner',
      method: 'search',
      args: {
        domain: [['is_company', '=', company], '|', ['email', 'ilike', run], ['website', 'ilike', run]],
      },
      context: { active_test: false },
      answer: ids,
    });
  // A meeting outlives its guests.
  const meetings = await wire.call({
    purpose: 'find',
    model: 'calendar.event',
    method: 'search',
    args: { domain: [['description', 'ilike', `${run}.example`]] },
    answer: ids,
  });
  if (meetings.length > 0) {
    await wire.call({
      purpose: 'remove',
      model: 'calendar.event',
      method: 'unlink',
      ids: meetings,
      context: { no_mail_to_attendees: true, dont_notify: true },
      answer: z.unknown(),
    });
  }
  for (const company of [false, true]) {
    const found = await mine(company);
    if (found.length > 0) await unlink(wire, found);
  }
  const left = [...(await mine(false)), ...(await mine(true))];
  if (left.length > 0) throw new Error(`left behind: res.partner ${left.join(', ')}`);
}

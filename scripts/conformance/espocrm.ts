import { espoBase, espoPattern } from '@/utils/crm/espocrm/address';
import { espocrm } from '@/utils/crm/espocrm/espocrm';
import { fromStamp, toBase64 } from '@/utils/crm/espocrm/values';
import { type EntityType, openWire, PAGE, type Where, type Wire } from '@/utils/crm/espocrm/wire';
import { z } from '@/utils/model/zod';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

const anything = z.unknown();
const Row = z.object({ id: z.string() });
const text = z.optional(z.nullable(z.string()));

/** The file of a mail is not the mail: what is lost is the answer to its import. */
const writes = (url: string, body: string): boolean => body !== '' && !url.endsWith('/Attachment');

const logged = ['Email', 'Meeting', 'Call', 'Task'] as const;

export const makeLiveEspo: MakeLive = async (settings, run) => {
  const base = espoBase(settings.url ?? '');
  const proxy = await openProxy(new URL(base).origin, writes);
  const notes: string[] = [];
  const proxiedBase = `${proxy.origin}${new URL(base).pathname}`;
  const session = (change: Record<string, string> = {}) =>
    espocrm.connect({ ...settings, ...change, url: proxiedBase }, proxied);
  // Behind the connector's back: the same server without the proxy.
  const http = unledgered([espoPattern(base)]);
  const open = (login: string, key: string) => openWire({ base, login, key }, http);
  const direct = await open(settings.login ?? '', settings.key ?? '');
  const colleague =
    settings.colleagueKey === undefined
      ? undefined
      : await open(settings.colleagueLogin ?? '', settings.colleagueKey);
  /** As the button "Follow" does. */
  const follow = (contactId: string) =>
    http({
      step: 'follow',
      purpose: 'find',
      method: 'PUT',
      url: `${base}/api/v1/Contact/${contactId}/subscription`,
      headers: {
        authorization: `Basic ${toBase64(`${settings.colleagueLogin}:${settings.colleagueKey}`)}`,
      },
      body: {},
      answer: z.literal(true),
    });

  return {
    notes,
    harness: {
      run,
      session: () => session(),
      // Another colleague's login where one is given; else a second worker of the same user.
      colleague: () =>
        settings.colleagueKey
          ? session({ login: settings.colleagueLogin ?? '', key: settings.colleagueKey })
          : session(),
      signedOut: () => session({ key: `${settings.key}x` }),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: espocrm.scopes,
      count: async ({ key, aliases, activity }) => {
        if (activity.kind === 'email') {
          const value = [...aliases, `<sidelog-${key}@sidelog.invalid>`];
          return (await idsWhere(direct, 'Email', [{ type: 'in', attribute: 'messageId', value }])).length;
        }
        const entity = activity.kind === 'meeting' ? 'Meeting' : 'Call';
        const marked = { type: 'contains', attribute: 'description', value: `sidelog-${key}` } as const;
        return (await idsWhere(direct, entity, [marked])).length;
      },
      read: async (remoteId) => {
        const row = await direct.ask({
          purpose: 'find',
          method: 'GET',
          path: remoteId,
          answer: z.object({
            name: text,
            body: text,
            description: text,
            dateSent: text,
            dateStart: text,
            dateEnd: text,
          }),
        });
        const html = remoteId.startsWith('Email/');
        return {
          subject: row.name ?? '',
          body: (html ? row.body : row.description) ?? '',
          at: fromStamp((html ? row.dateSent : row.dateStart) ?? ''),
          html,
          ...(remoteId.startsWith('Meeting/') ? { endsAt: fromStamp(row.dateEnd ?? '') } : {}),
        };
      },
      row: (path) =>
        direct.ask({
          purpose: 'find',
          method: 'GET',
          path,
          answer: z.record(z.string(), z.unknown()),
        }),
      renameContact: async (id, name) => {
        const [firstName, lastName] = name.split(' ');
        await write(direct, 'PATCH', `Contact/${id}`, { firstName, lastName });
      },
      deleteContact: (id) => write(direct, 'DELETE', `Contact/${id}`),
      addTask: async (name, dateEndDate, contactId) => {
        const { id } = await direct.ask({
          purpose: 'task',
          method: 'POST',
          path: 'Task',
          body: {
            name,
            dateEndDate,
            status: 'Not Started',
            parentType: 'Contact',
            parentId: contactId,
            assignedUserId: direct.user.id,
          },
          answer: Row,
        });
        return id;
      },
      ...(colleague ? { watched: (contactId: string) => watch(direct, colleague, follow, contactId) } : {}),
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      await removeEverything(direct, run);
      await proxy.close();
    },
  };
};

async function write(
  wire: Wire,
  method: 'PATCH' | 'POST' | 'DELETE',
  path: string,
  body?: Record<string, unknown>,
): Promise<void> {
  await wire.ask({ purpose: 'find', method, path, ...(body ? { body } : {}), answer: anything });
}

async function idsWhere(wire: Wire, entity: EntityType, where: Where[]): Promise<string[]> {
  const { list } = await wire.list('find', entity, { select: ['id'], where, maxSize: PAGE }, Row);
  return list.map(({ id }) => id);
}

/**
 * A colleague follows the contact, and what EspoCRM shows them or the rep in its bell since is counted: everything that
 * it would mail to them goes through the same notifications.
 */
async function watch(
  rep: Wire,
  colleague: Wire,
  follow: (contactId: string) => Promise<unknown>,
  contactId: string,
): Promise<() => Promise<number>> {
  await follow(contactId);
  const seen = async (): Promise<Set<string>> => {
    const all = new Set<string>();
    for (const wire of [rep, colleague]) {
      const { list } = await wire.ask({
        purpose: 'find',
        method: 'GET',
        path: 'Notification',
        query: [['maxSize', '200']],
        answer: z.object({ list: z.array(Row) }),
      });
      for (const { id } of list) all.add(id);
    }
    return all;
  };
  const before = await seen();
  return async () => [...(await seen())].filter((id) => !before.has(id)).length;
}

async function removeEverything(wire: Wire, run: string): Promise<void> {
  const mine = (entity: 'Contact' | 'Account', attribute: string) =>
    idsWhere(wire, entity, [{ type: 'contains', attribute, value: run }]);
  const contacts = await mine('Contact', 'emailAddress');
  for (const entity of logged) {
    for (let at = 0; at < contacts.length; at += 50) {
      const under = { type: 'in', attribute: 'parentId', value: contacts.slice(at, at + 50) } as const;
      for (const id of await idsWhere(wire, entity, [under])) await write(wire, 'DELETE', `${entity}/${id}`);
    }
  }
  for (const id of contacts) await write(wire, 'DELETE', `Contact/${id}`);
  for (const id of await mine('Account', 'website')) await write(wire, 'DELETE', `Account/${id}`);
  const left = [...(await mine('Contact', 'emailAddress')), ...(await mine('Account', 'website'))];
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
}

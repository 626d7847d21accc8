import { CrmFault } from '@/utils/crm/errors';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import { newestActivities } from '@/utils/crm/pipedrive/activities';
import { pipedriveOrigin } from '@/utils/crm/pipedrive/address';
import { Anything, Me, one } from '@/utils/crm/pipedrive/answers';
import { pipedrive } from '@/utils/crm/pipedrive/pipedrive';
import { openWire } from '@/utils/crm/pipedrive/wire';
import { z } from '@/utils/model/zod';
import { troubled } from '../../tests/crm/fakes/trouble';
import type { MakeLive } from './live';
import { rememberMade } from './made';
import { unledgered } from './unledgered';

const text = z.optional(z.nullable(z.string()));
const Shown = one(
  z.object({ subject: text, note: text, type: text, due_date: text, due_time: text, duration: text }),
);

/** No proxy: the host must be Pipedrive's, so what goes wrong is made in this process. */
export const makeLivePipedrive: MakeLive = async (settings, run) => {
  const origin = pipedriveOrigin(settings.company ?? '');
  const memory = rememberMade(
    fetch,
    (path) => /^\/api\/v2\/(activities|persons|organizations)$/.exec(path)?.[1],
  );
  const { fetch: troubledFetch, trouble } = troubled(memory.fetch, (_, body) => body !== '');
  const make = (inner: typeof fetch) => unledgered([`${origin}/*`], inner);
  const session = (token = settings.token ?? '') =>
    pipedrive.connect({ ...settings, token }, make(troubledFetch));
  const direct = openWire(origin, settings.token ?? '', make(memory.fetch));
  const change = (method: 'PATCH' | 'DELETE', path: string, body?: Record<string, unknown>) =>
    direct.call({
      step: 'behind the back',
      purpose: 'find',
      method,
      path: `/api/v2/${path}`,
      ...(body ? { body } : {}),
      answer: Anything,
    });

  return {
    notes: ['nobody can be watched: Pipedrive tells no API whom it notified'],
    harness: {
      run,
      session: () => session(),
      colleague: () => session(settings.colleagueToken ?? settings.token),
      signedOut: () => session(`${settings.token}x`),
      trouble,
      checksTargets: true,
      scopes: pipedrive.scopes,
      count: async (entry) =>
        (await newestActivities(direct, 'find', {})).filter((row) => standsFor(readMarks(row.note), entry))
          .length,
      read: async (remoteId) => {
        const { data } = await direct.call({
          step: 'read',
          purpose: 'find',
          method: 'GET',
          path: `/api/v2/activities/${remoteId}`,
          answer: Shown,
        });
        const at = Date.parse(`${data.due_date}T${data.due_time}Z`);
        const [hours = 0, minutes = 0] = (data.duration ?? '').split(':').map(Number);
        return {
          subject: data.subject ?? '',
          body: data.note ?? '',
          at,
          html: true,
          ...(data.type === 'meeting' ? { endsAt: at + (hours * 60 + minutes) * 60_000 } : {}),
        };
      },
      renameContact: async (id, name) => {
        await change('PATCH', `persons/${id}`, { name });
      },
      deleteContact: async (id) => {
        await change('DELETE', `persons/${id}`);
      },
      addTask: async (title, dueDate, contactId) => {
        const { data: me } = await direct.call({
          step: 'me',
          purpose: 'connect',
          method: 'GET',
          path: '/api/v1/users/me',
          answer: Me,
        });
        const { data } = await direct.call({
          step: 'task',
          purpose: 'task',
          method: 'POST',
          path: '/api/v2/activities',
          body: {
            subject: title,
            type: 'task',
            done: false,
            due_date: dueDate,
            owner_id: me.id,
            participants: [{ person_id: Number(contactId), primary: true }],
          },
          answer: one(z.object({ id: z.int() })),
        });
        return String(data.id);
      },
    },
    cleanUp: async () => {
      trouble.calm();
      for (const { what, id } of memory.made) {
        try {
          await change('DELETE', `${what}/${id}`);
        } catch (error) {
          if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
        }
      }
    },
  };
};

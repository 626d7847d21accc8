import type { Learnt } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { findNoteSubtype } from '@/utils/crm/odoo/messages';
import { type Call, type Credentials, openWire, reopenWire, type Wire } from '@/utils/crm/odoo/wire';
import { z } from '@/utils/model/zod';

/*
 * What a server says of itself and of the user holds for days, and a worker lives for half a minute: it is kept beside
 * the connection (no key among it) and asked again after a day, or as soon as the server answers as if it had changed.
 */

/** `ownPartner`: null where the user has none. */
const Facts = z.object({
  version: z.object({ major: z.int(), minor: z.int() }),
  speaks: z.enum(['json-2', 'json-rpc']),
  database: z.string(),
  uid: z.int(),
  ownPartner: z.optional(z.nullable(z.int())),
  noteSubtype: z.optional(z.int()),
});
type Facts = z.infer<typeof Facts>;

export interface OdooFacts {
  wire(): Promise<Wire>;
  /** `ask`: how to find out where nothing is kept. */
  ownPartner(ask: () => Promise<number | undefined>): Promise<number | undefined>;
  noteSubtype(): Promise<number>;
}

/** Asks for what is not kept, and keeps it. */
export function odooFacts(credentials: Credentials, http: Http, learnt?: Learnt): OdooFacts {
  let facts: Facts | undefined;
  let wire = keepAnswer(async () => {
    const kept = readFacts((await learnt?.read()) ?? null);
    if (!kept) return openAnew();
    facts = kept;
    return believed(reopenWire(credentials, kept, http));
  });

  async function openAnew(): Promise<Wire> {
    const opened = await openWire(credentials, http);
    const { version, speaks, database, uid } = opened;
    await keep({ version, speaks, database, uid });
    return opened;
  }

  async function keep(now: Facts): Promise<void> {
    facts = now;
    await learnt?.keep(JSON.stringify(now));
  }

  /** A way in that was not asked for: where it does not lead there any more, what only asks goes another, found anew. */
  function believed(kept: Wire): Wire {
    const call: Wire['call'] = async (asked) => {
      try {
        return await kept.call(asked);
      } catch (error) {
        if (!(error instanceof CrmFault) || !isDoubtful(error, asked)) throw error;
        facts = undefined;
        await learnt?.keep(null);
        wire = keepAnswer(openAnew);
        // Of what writes nobody knows whether it was done.
        if (!reading.includes(asked.method)) throw error;
        return (await wire()).call(asked);
      }
    };
    return { ...kept, call };
  }

  return {
    wire: () => wire(),
    ownPartner: async (ask) => {
      await wire();
      if (facts?.ownPartner !== undefined) return facts.ownPartner ?? undefined;
      const ownPartner = await ask();
      if (facts) await keep({ ...facts, ownPartner: ownPartner ?? null });
      return ownPartner;
    },
    noteSubtype: async () => {
      const way = await wire();
      if (facts?.noteSubtype !== undefined) return facts.noteSubtype;
      const noteSubtype = await findNoteSubtype(way);
      if (facts) await keep({ ...facts, noteSubtype });
      return noteSubtype;
    },
  };
}

const reading = ['search_read', 'search', 'search_count', 'read', 'fields_get', 'check_object_reference'];

/** Another key, another server in its place, or what is logged names something that is not there any more. */
function isDoubtful({ fault }: CrmFault, { purpose }: Pick<Call<z.core.$ZodType>, 'purpose'>): boolean {
  if (fault.kind === 'signed-out' || fault.kind === 'not-understood') return true;
  return purpose === 'log' && fault.kind !== 'offline' && fault.kind !== 'slow-down';
}

function readFacts(text: string | null): Facts | undefined {
  try {
    const parsed = z.safeParse(Facts, JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

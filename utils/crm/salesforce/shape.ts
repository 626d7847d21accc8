import { fail } from '@/utils/crm/errors';
import { UserInfo, UserRow } from '@/utils/crm/salesforce/answers';
import { faultOf } from '@/utils/crm/salesforce/faults';
import { quote } from '@/utils/crm/salesforce/soql';
import { rowsOf, type Wire } from '@/utils/crm/salesforce/wire';
import { z } from '@/utils/model/zod';

/** Who is signed in, and where. */
export interface Me {
  user: string;
  org: string;
}

/** What this org has, as this user sees it. */
export interface Shape {
  /** Whether mails have a table of their own (Enhanced Email). */
  emailMessages: boolean;
  /** The field of a task that bears our key and can be searched by; null: the last line of its text does. */
  taskKey: 'CallObject' | null;
  /** The same of an event: only where an administrator made it. */
  eventKey: 'Sidelog_Key__c' | null;
  /** Whether a task and an event may be about several contacts. */
  manyWho: { task: boolean; event: boolean };
  /** The org's word for a task that is done. */
  doneStatus: string;
}

/** `https://login.salesforce.com/id/00Dxx0000001gPLEAY/005xx000001SwiUAAS`, which each token answer says, names both. */
export async function findMe(wire: Wire, identity: string | undefined): Promise<Me> {
  const match = /\/id\/(00D[A-Za-z0-9]{12,15})\/(005[A-Za-z0-9]{12,15})\/?$/.exec(identity ?? '');
  if (match?.[1] && match[2]) return { org: match[1].slice(0, 15), user: match[2] };
  const said = await wire.get('userinfo', 'connect', '/services/oauth2/userinfo', UserInfo);
  return { org: said.organization_id.slice(0, 15), user: said.user_id };
}

/** The user's own name and address. */
export async function findUser(wire: Wire, me: Me): Promise<z.output<typeof UserRow>> {
  const soql = `SELECT Id, Name, Email FROM User WHERE Id = ${quote(me.user)}`;
  const { rows } = await wire.query('connect', soql, UserRow);
  return rows[0] ?? fail({ kind: 'signed-out' });
}

/**
 * Asks for one row of everything that an org may lack, in one request: what is hidden or not there is refused by name,
 * and a `describe` of one object alone weighs more than a hundred times as much.
 */
export async function findShape(wire: Wire): Promise<Shape> {
  const answers = await wire.queries(
    'find',
    [
      'SELECT MessageIdentifier FROM EmailMessage LIMIT 1',
      'SELECT CallObject FROM Task LIMIT 1',
      'SELECT Sidelog_Key__c FROM Event LIMIT 1',
      'SELECT TaskWhoIds FROM Task LIMIT 1',
      'SELECT EventWhoIds FROM Event LIMIT 1',
      'SELECT ApiName FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder LIMIT 1',
    ],
    z.object({ ApiName: z.optional(z.string()) }),
  );
  const [mail, taskKey, eventKey, manyTask, manyEvent, status] = answers.map((answer) => {
    if ('rows' in answer) return true;
    const fault = faultOf('shape', answer.complaint);
    // Only "there is no such thing" says something about the org.
    return fault.kind === 'refused' || fault.kind === 'not-permitted' ? false : fail(fault);
  });
  const done = status ? rowsOf(answers[5], 'shape')[0]?.ApiName : undefined;
  return {
    emailMessages: mail === true,
    taskKey: taskKey ? 'CallObject' : null,
    eventKey: eventKey ? 'Sidelog_Key__c' : null,
    manyWho: { task: manyTask === true, event: manyEvent === true },
    doneStatus: done ?? 'Completed',
  };
}

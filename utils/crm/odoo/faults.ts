import { Json2Error, RpcError, WaitBody } from '@/utils/crm/odoo/answers';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** `reason` of a `refused` that is ours, not Odoo's: the settings name no database, or one that is not there. */
export const DATABASE_NEEDED = 'database-needed';
export const DATABASE_UNKNOWN = 'database-unknown';

const LONGEST_WAIT_S = 24 * 60 * 60;

/**
 * Reads Odoo's complaint out of an answer: JSON-RPC complains with status 200, JSON-2 with a real one. Undefined where
 * there is none. Odoo's `debug` holds a traceback and its database errors hold hosts and ports: neither is passed on.
 */
export function explainOdoo(step: string, status: number, json: unknown, now: number): Fault | undefined {
  if (status === 429 || status === 503) {
    const wait = z.safeParse(WaitBody, json);
    if (!wait.success) return undefined;
    const seconds = Math.min(Math.max(wait.data.retry_after, 0), LONGEST_WAIT_S);
    return { kind: 'slow-down', retryAt: Math.ceil(now + seconds * 1000) };
  }
  const rpc = z.safeParse(RpcError, json);
  if (rpc.success) {
    const { code, message, data } = rpc.data.error;
    // "Odoo Session Expired"; the name has changed between versions, the number has not.
    if (code === 100) return { kind: 'signed-out' };
    return faultNamed(step, data?.name ?? '', data?.message ?? message ?? '');
  }
  if (status < 400) return undefined;
  const json2 = z.safeParse(Json2Error, json);
  return json2.success ? faultNamed(step, json2.data.name, json2.data.message) : undefined;
}

function faultNamed(step: string, name: string, message: string): Fault {
  switch (name) {
    case 'odoo.exceptions.AccessDenied':
    case 'odoo.http.SessionExpiredException':
    case 'werkzeug.exceptions.Unauthorized':
      return { kind: 'signed-out' };
    case 'odoo.exceptions.AccessError':
    case 'werkzeug.exceptions.Forbidden':
      return { kind: 'not-permitted', what: modelNamed(message) };
    case 'odoo.exceptions.MissingError':
      return { kind: 'gone' };
    case 'odoo.exceptions.ValidationError':
    case 'odoo.exceptions.UserError':
    case 'odoo.exceptions.RedirectWarning':
    case 'odoo.exceptions.Warning':
      return { kind: 'refused', reason: message.trim().slice(0, 500) };
    case 'werkzeug.exceptions.NotFound':
      // A model that is not there: its module is not installed. A record that is not there is a MissingError.
      return { kind: 'refused', reason: message.trim().slice(0, 500) };
  }
  if (name.startsWith('psycopg')) {
    return /database "[^"]*" does not exist/.test(message.slice(0, 2000))
      ? { kind: 'refused', reason: DATABASE_UNKNOWN, field: 'database' }
      : { kind: 'offline' };
  }
  if (name.endsWith('ConcurrencyError') || name.endsWith('LockError')) return { kind: 'offline' };
  // A field or an argument that this Odoo does not have: our request does not fit it.
  return { kind: 'not-understood', step };
}

/** "You are not allowed to create 'Contact' (res.partner) records. …" gives `res.partner`. */
function modelNamed(message: string): string {
  const match = /\(([a-z][a-z0-9_.]{1,80})[,)]/.exec(message.slice(0, 2000));
  return match?.[1] ?? message.trim().slice(0, 300);
}

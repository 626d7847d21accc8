import type { Fault } from '@/utils/model/outbox';

/** `what` of a `not-permitted` that our own session makes when the browser's permission for the CRM's host is gone. */
export const HOST_TAKEN_AWAY = 'host-permission';

/** Which faults wait for a person, and which pass by themselves. */
export function needsPerson(fault: Fault): boolean {
  switch (fault.kind) {
    case 'offline':
    case 'slow-down':
      return false;
    case 'signed-out':
    case 'not-permitted':
    case 'refused':
    case 'gone':
    case 'not-understood':
      return true;
  }
}

/** Faults of the connection, not of one entry: everything for this account waits until the rep mends it. */
export function pausesAccount(fault: Fault): boolean {
  return fault.kind === 'signed-out' || (fault.kind === 'not-permitted' && fault.what === HOST_TAKEN_AWAY);
}

import type { Fault } from '@/utils/model/outbox';

/** What a connector throws when the CRM did not do as asked. Carries a `Fault`; never a token, an address or content. */
export class CrmFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`CRM: ${fault.kind}`);
    this.name = 'CrmFault';
    this.fault = fault;
  }
}

/** Throws a `CrmFault` of this kind. */
export function fail(fault: Fault): never {
  throw new CrmFault(fault);
}

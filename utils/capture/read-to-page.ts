import { field } from '@/utils/capture/field';
import type { ToPage } from '@/utils/model/messages';
import type { GateSettings } from '@/utils/model/settings';

/*
 * What the worker tells a content script, read without a schema library: it comes from our own worker, and every
 * kilobyte here is loaded by the mail page.
 */

const sites = ['gmail', 'google-calendar', 'outlook', 'outlook-calendar'] as const;

/** The worker's message, or null where it is none that we know. */
export function readToPage(message: unknown): ToPage | null {
  const type = field(message, 'type');
  if (type === 'marks-changed') return { type };
  if (type === 'ping') return { type };
  if (type === 'capture-again') return { type, ids: strings(field(message, 'ids')).slice(0, 500) };
  const site = sites.find((each) => each === field(message, 'site'));
  if (type === 'sample') return site ? { type, site } : null;
  if (type !== 'gate-changed') return null;
  const gate = readGate(field(message, 'gate'));
  return gate && { type, gate, ...(site ? { site } : {}) };
}

/** The gate's settings, or null where they are not whole: then nothing is captured. */
export function readGate(value: unknown): GateSettings | null {
  const never = field(value, 'neverLog');
  const [capture, gateOff] = [field(value, 'capture'), field(value, 'gateOff')];
  if (typeof capture !== 'boolean' || typeof gateOff !== 'boolean' || typeof never !== 'object') return null;
  return {
    capture,
    gateOff,
    mark: field(value, 'mark') === true,
    ownAddresses: strings(field(value, 'ownAddresses')),
    ownDomains: strings(field(value, 'ownDomains')),
    neverLog: {
      addresses: strings(field(never, 'addresses')),
      domains: strings(field(never, 'domains')),
      words: strings(field(never, 'words')),
    },
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

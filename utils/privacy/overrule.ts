import type { RefusalReason } from '@/utils/model/because';
import type { Captured } from '@/utils/model/captured';
import type { Overruled } from '@/utils/model/settings';
import { type OwnSide, ownTest } from '@/utils/privacy/own-side';
import { domainOf, withoutTag } from '@/utils/understand/address';

/** Whom a hold is about: the sender of what came; of what the rep sent, everybody outside. */
export function heldAddresses(captured: Captured, own: OwnSide): string[] {
  if (captured.direction !== 'sent') return [withoutTag(captured.from.address)];
  const side = ownTest(own);
  return [...captured.to, ...captured.cc, ...captured.bcc]
    .filter(({ address }) => domainOf(address) !== '' && !side.isOurs(address))
    .map(({ address }) => withoutTag(address));
}

/** Whether the rep said of all of these people before that a hold for this reason is wrong. */
export function isOverruled(
  overruled: readonly Overruled[],
  reason: RefusalReason,
  addresses: readonly string[],
): boolean {
  const excused = new Set(overruled.filter((each) => each.reason === reason).map(({ address }) => address));
  return addresses.length > 0 && addresses.every((address) => excused.has(withoutTag(address)));
}

const MOST = 2000;

/** The list with these people added, the newest kept; the same list where nothing is new or the reason cannot be overruled. */
export function withOverruled(
  overruled: readonly Overruled[],
  reason: RefusalReason,
  addresses: readonly string[],
): readonly Overruled[] {
  if (reason !== 'personal' && reason !== 'automated' && reason !== 'free-mail') return overruled;
  const fresh = [...new Set(addresses.map(withoutTag))].filter(
    (address) => address !== '' && !isOverruled(overruled, reason, [address]),
  );
  if (fresh.length === 0) return overruled;
  return [...overruled, ...fresh.map((address) => ({ address, reason }))].slice(-MOST);
}

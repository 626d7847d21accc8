import { normalAddress, withoutTag } from '@/utils/understand/address';

/** The forms under which an address is looked up: itself, and without its plus-tag where it has one. Lower-cased. */
export function addressKeys(address: string): string[] {
  const normal = normalAddress(address);
  const plain = withoutTag(normal);
  return plain === normal ? [normal] : [normal, plain];
}

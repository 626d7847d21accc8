import type { PageCapture, Person, Signature } from '@/utils/model/captured';

export function signatureOf(
  _body: Pick<PageCapture['body'], 'type' | 'content'>,
  _from: Person,
): Signature | null {
  return null;
}

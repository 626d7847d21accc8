import type { PageCapture, Person, Signature } from '@/utils/model/captured';
import { findSignature } from '@/utils/understand/find-signature';
import { htmlToText } from '@/utils/understand/html-to-text';
import { contactFields } from '@/utils/understand/parse-signature-contact';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';

/** What stands above it is no signature; a very long mail is not read for one line at its end. */
const MAX_READ = 60_000;

/**
 * What the sender's own signature says of them, or null. Read from their own part of the mail alone: in the history
 * stand other people's signatures, the rep's own among them.
 */
export function signatureOf(
  body: Pick<PageCapture['body'], 'type' | 'content'>,
  from: Person,
): Signature | null {
  const sender = { email: from.address, ...(from.name ? { name: from.name } : {}) };
  const find = (text: string) => findSignature(text.slice(-MAX_READ), sender).signature;
  const block =
    body.type === 'html'
      ? find(htmlToText(splitReplyHtml(body.content).replyHtml))
      : findInText(body.content, find);
  if (block === null) return null;
  const fields = contactFields(block, { address: from.address, ...(from.name ? { name: from.name } : {}) });
  const says = (value: string | undefined, max: number) => (value && value.length <= max ? value : undefined);
  const [name, title, company] = [says(fields.name, 200), says(fields.title, 200), says(fields.company, 300)];
  const mobile = says(fields.mobile, 60);
  const website = says(fields.website, 300);
  const postalAddress = says(fields.address, 500);
  const phones = fields.phones.filter((phone) => phone !== '' && phone.length <= 60).slice(0, 10);
  // A name alone says nothing that the header does not.
  if (!title && !company && !mobile && !website && !postalAddress && phones.length === 0) return null;
  return {
    ...(name ? { name } : {}),
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    phones,
    ...(mobile ? { mobile } : {}),
    ...(website ? { website } : {}),
    ...(postalAddress ? { postalAddress } : {}),
    block: block.slice(0, 3000),
  };
}

/** Below its mark a signature is cut off already; without a mark it stands at the end of the reply. */
function findInText(content: string, find: (text: string) => string | null): string | null {
  const { reply, signature } = splitReply(content);
  return (signature === '' ? null : find(signature)) ?? find(reply);
}

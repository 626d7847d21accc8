import { describe, expect, it } from 'vitest';
import { signatureOf } from '@/utils/contacts/signature-of';

const anna = { address: 'anna.berger@nordlicht.example', name: 'Anna Berger' };
const own = `Hi Ben,

the price is fine, please send the contract.

Best regards
Anna Berger
Head of Purchasing
Nordlicht GmbH
Phone: +49 40 555 0101
Mobile: +49 171 555 0102
www.nordlicht.example`;
const history = `

On Tue, Nov 17, 2026 at 10:12 AM Ben Sommer <ben@sidelog.example> wrote:
> Hello Anna, here is the offer.
>
> --
> Ben Sommer
> Account Executive
> Sidelog Ltd
> Phone: +44 20 7946 0018`;

describe('what a mail’s signature says of its sender', () => {
  it('is read from their own block', () => {
    expect(signatureOf({ type: 'text', content: own + history }, anna)).toMatchObject({
      name: 'Anna Berger',
      title: 'Head of Purchasing',
      company: 'Nordlicht GmbH',
      phones: ['+49 40 555 0101'],
      mobile: '+49 171 555 0102',
      website: 'www.nordlicht.example',
    });
    const html = `<div dir="ltr">${own.replaceAll('\n', '<br>')}</div><div class="gmail_quote"><div class="gmail_attr">On Tue Ben Sommer wrote:<br></div><blockquote class="gmail_quote">Hello<br>-- <br>Ben Sommer<br>Account Executive<br>+44 20 7946 0018</blockquote></div>`;
    expect(signatureOf({ type: 'html', content: html }, anna)?.phones).toEqual(['+49 40 555 0101']);
  });

  it('is never read from the history, where the rep’s own stands', () => {
    const bare = signatureOf({ type: 'text', content: `Fine with us.\n\nAnna${history}` }, anna);
    expect(bare, 'a name alone says nothing that the header does not').toBeNull();
  });

  it('is nothing where there is none, and hostile text takes no longer than it is long', () => {
    expect(signatureOf({ type: 'text', content: '' }, anna)).toBeNull();
    const began = performance.now();
    for (const piece of ['-- \n', 'Phone: ', '+49 40 ', '<div>', 'a@b.example '])
      signatureOf({ type: piece === '<div>' ? 'html' : 'text', content: piece.repeat(40_000) }, anna);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/utils/understand/html-to-text';
import { ownWords } from '@/utils/understand/own-words';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';

describe('history that announces itself in odd ways', () => {
  it.each([
    [
      'the date wrapped off the attribution',
      'Fine.\n\nOn Fri, Jun 23, 2026 at 9:23 AM, Ann Lee\n<ann9@lee.example> wrote:\n> Is it?',
    ],
    [
      'an attribution whose last word got a quote mark',
      'Fine.\n\nOn Thu, Jun 8, 2026 at 1:43 AM, Ann Lee <ann@lee.example\n> wrote:\n\n> Is it?',
    ],
    [
      'an attribution in pieces',
      'Fine.\n\nOn Thu, 31 Mar 2026 at 11:16 Ann Lee\n\n<\nmailto:ann@lee.example\n> wrote:\n\nIs it?',
    ],
    ['Gmail without a verb', 'Fine.\n\n2026/7/20 Ann Lee <ann@lee.example>\n\n| Is it?\n| Ann\n|\n|'],
    ['a date and a name alone', 'Fine.\n\n2026-03-03 17:21 GMT+01:00 Ann Lee\n\nIs it?'],
    ['you wrote', 'Fine.\n\nAt 11:02 AM 6/27/2026 +0100, you wrote:\n>Is it?'],
    ['quoting somebody', 'Fine.\n\nQuoting Ann Lee <ann@lee.example>:\n> Is it?'],
    ['GroupWise', 'Fine.\n\n>>> "Ann Lee" <ann@lee.example> 01/02/26 11:12AM >>>\nIs it?\n\nAnn'],
    [
      'quoted by colons',
      'Fine.\n\n: Date: Thu, 9 Mar 2026 13:27:13 +0200\n: From: Ann Lee <ann@lee.example>\n: To: ben@sidelog.example\n: Subject: Colours\n: \n: Is it?',
    ],
    [
      'a French webmail’s rule',
      'Fine.\n\n====\n\nMessage du : 12/12/2026 13:20\nDe : Ann Lee <ann@lee.example>\nA : ben@sidelog.example\nSujet : Couleurs\n\nIs it?',
    ],
    [
      'many recipients, wrapped',
      `Fine.\n\nFrom: Ann Lee\nTo: ${'Ben Sommer/HQ, Tom Hale/HQ,\n'.repeat(14)}Eva Kohl/HQ\ncc:\nSubject: Colours\n\nIs it?`,
    ],
    ['a phone’s note between', 'Fine.\n\nSent from my phone\n\nIs it?\nAnn'],
    ['a tracker’s line', '--- Comment #4 from Ann Lee <ann@lee.example> ---\nFine.'],
  ])('%s', (_name, text) => {
    const { reply, quoted } = splitReply(text);
    expect(reply.replace(/\n+Sent from.*/s, '')).toBe('Fine.');
    if (text.includes('Is it?')) expect(quoted).toContain('Is it?');
  });

  it('keeps an answer below a phone’s note and a quote', () => {
    const text =
      'See below.\n\nSent from my phone\n\nOn 3 May 2026 at 10:00, Ann Lee <ann@lee.example> wrote:\n\n> Which?\n\nThe red one.';
    expect(splitReply(text).reply).toMatch(/^See below\.\n\nSent from my phone\n+The red one\.$/);
  });

  it('keeps a patch’s own header and a mark beside nothing', () => {
    const patch = `I would apply this:\n\nFrom 89d9684fd4dfde0fdc6d11f7ee957383b39aa954 Mon Sep 17 00:00:00 2001\nFrom: Ann Lee <ann@lee.example>\nDate: Wed, 18 Jul 2026 21:35:40 +0200\nSubject: Handle empty transfers.\n\nThanks`;
    expect(splitReply(patch).quoted).toBe('');
    expect(splitReply('Twelve.\n  >> \n').reply).toBe('Twelve.\n  >>');
  });

  it('puts the signature below the history apart, and loses no line', () => {
    const text = 'Fine.\n\nAm 3.5.2026 um 10:00 schrieb Ann Lee:\n> Ist es?\n\n-- \nBen Sommer\nSidelog';
    const parts = splitReply(text);
    expect(parts.reply).toBe('Fine.');
    expect(parts.signature).toBe('-- \nBen Sommer\nSidelog'.replace('-- ', '--'));
    const words = [parts.reply, parts.quoted, parts.signature].join('\n').match(/\S+/g);
    expect([...(words ?? [])].sort()).toEqual([...(text.match(/\S+/g) ?? [])].sort());
  });

  it.each([
    'Freight needed:\n\nFrom: Hamburg\nTo: Munich\nDate: 3 May 2026\nWeight: 40 kg\n\nWhat would it cost?',
    'An: Lindwerk GmbH\nDatum: 3.5.2026\nBetreff: Bestellung\n\nwir bestellen vierzig Stück.',
    'Our plan:\n\n2026-11-16 Kickoff Berlin\n\n2026-11-18 Review Bremen\n\nDoes it suit you?',
    'As Anna wrote on 3 May 2026 at 10:00:\nwe stay with the old price.',
    'Please send the order to Ann <ann@lee.example> by 16 Nov 2026 10:00:\n\n40 units, blue.',
    'Two options.\n\n=== see the price above ===\n\nWhich one?',
    'Please deliver to:\n\nLindwerk GmbH\n\nHamburg',
  ])('takes no words of the sender for history: %s', (text) => {
    expect(splitReply(text)).toEqual({ reply: text, quoted: '', signature: '' });
    expect(ownWords({ type: 'text', content: text })).toBe(text);
  });

  it('takes no table for a quotation', () => {
    const text = 'Our prices:\n| Unit | Price |\n| A | 10 |\n| B | 12 |\n| C | 14 |';
    expect(splitReply(text).reply).toBe(text);
  });
});

describe('parting words', () => {
  const words = (content: string) => ownWords({ type: 'text', content });

  it('go, with the name and the contact lines below them', () => {
    expect(
      words('Hi Ben,\n\nwe take ten.\n\nKind regards\nAnn Lee\nBuyer | Lee Ltd\nTel. +44 20 7946 0000'),
    ).toBe('Hi Ben,\n\nwe take ten.');
    expect(words('Guten Tag,\n\nwir nehmen zehn.\n\nViele Grüße aus Bremen\nAnn')).toBe(
      'Guten Tag,\n\nwir nehmen zehn.',
    );
    expect(words('We take ten.\n\nAnn')).toBe('We take ten.');
  });

  it('leave a postscript', () => {
    expect(words('We take ten.\n\nBest,\nAnn\n\nP.S. In red, please.')).toBe(
      'We take ten.\n\nP.S. In red, please.',
    );
  });

  it('are no parting above the order itself', () => {
    const order = 'Hi Ben,\n\nThanks!\n\nOur order:\n- 40 units\n- 3 pallets';
    expect(words(order)).toBe(order);
  });

  it('are no name where an answer is one word', () => {
    expect(words('> Which day?\n\nWe can come on one of them.\n\nMontag')).toContain('Montag');
  });
});

describe('HTML history', () => {
  it('keeps own words that a program put into Gmail’s element above the quote', () => {
    const html =
      '<div class="gmail_quote"><div>Three more customers wrote, all of them about the same list.</div><div>Ben</div><blockquote class="gmail_quote">Anything new?</blockquote></div>';
    expect(splitReplyHtml(html).replyHtml).toContain('Three more customers');
    expect(splitReplyHtml(html).replyHtml).not.toContain('Anything new');
  });

  it('takes a plain blockquote for the sender’s where they go on and nobody is quoted', () => {
    const html =
      '<p>Please come to</p><blockquote><p>Hall 3, stand 12</p></blockquote><p>We look forward.</p>';
    expect(ownWords({ type: 'html', content: html })).toContain('Hall 3, stand 12');
  });

  it('takes it for history below "wrote:"', () => {
    const html =
      '<p>Yes.</p><p>On 3 May 2026 at 10:00 Ann wrote:</p><blockquote>Is it?</blockquote><p>Twelve.</p>';
    expect(ownWords({ type: 'html', content: html })).toBe('Yes.\n\nTwelve.');
  });

  it('cuts an entity whole', () => {
    const html =
      '<pre>Fine.</pre><pre>On 3 May 2026 at 10:00, Ann &lt;ann@lee.example&gt; wrote:</pre><pre>&gt; Is it?</pre>';
    expect(splitReplyHtml(html).replyHtml).not.toMatch(/&|gt;/);
  });

  it('reads a list’s words beside its bullet', () => {
    expect(htmlToText('<ul><li><p>One</p></li><li><p>Two</p></li></ul>')).toBe('- One\n- Two');
  });
});

describe('what nobody sees in a mail', () => {
  it.each([
    ['display', '<div style="display:none">gone</div>'],
    ['visibility', '<span style="visibility: hidden">gone</span>'],
    ['Outlook', '<div style="mso-hide:all">gone</div>'],
    ['no height', '<div style="max-height:0px;overflow:hidden">gone</div>'],
    ['one pixel', '<div style="max-height: 1px; overflow: hidden; font-size:1px">gone</div>'],
    ['no size', '<span style="font-size:0">gone</span>'],
    ['a pixel’s size', '<p style="font-size:1px;line-height:1px">gone</p>'],
    ['no opacity', '<div style="opacity:0">gone</div>'],
    ['white on white', '<span style="color:#FFFFFF">gone</span>'],
    ['white on white, by attribute', '<font color="white">gone</font>'],
    ['transparent', '<div style="color:transparent">gone</div>'],
    ['the hidden attribute', '<div hidden>gone</div>'],
    ['a filler of joiners', '<div>&zwnj; &#847; &zwnj;&nbsp;&#8203;</div>'],
  ])('%s', (_name, html) => {
    expect(htmlToText(`${html}<p>Seen.</p>`)).toBe('Seen.');
  });

  it.each([
    [
      'white on a coloured ground',
      '<table bgcolor="#003366"><tr><td style="color:#fff">Seen.</td></tr></table>',
    ],
    [
      'a column that closes its gaps',
      '<td style="font-size:0px"><div style="font-size:14px">Seen.</div></td>',
    ],
    ['half a point', '<p style="font-size:10.5pt">Seen.</p>'],
    ['thin lines', '<p style="line-height:1">Seen.</p>'],
    ['a clipped box with a height', '<div style="overflow:hidden;height:100px">Seen.</div>'],
  ])('but what is seen stays: %s', (_name, html) => {
    expect(htmlToText(html)).toBe('Seen.');
  });
});

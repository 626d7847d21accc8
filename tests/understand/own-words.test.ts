import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/utils/understand/html-to-text';
import { ownWords, wholeText } from '@/utils/understand/own-words';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';
import { summarise } from '@/utils/understand/summarise';
import { bodies } from './mails';

describe('what a sender wrote', () => {
  it.each(bodies)('$name: keeps their words and drops history, signature and notes', (body) => {
    const words = ownWords(body);
    for (const own of body.own) expect(words).toContain(own);
    for (const gone of body.gone) expect(words).not.toContain(gone);
  });

  it.each(bodies)('$name: the summary is what it is about, in their own sentences', (body) => {
    expect(summarise(ownWords(body))).toBe(body.summary);
  });

  it('keeps answers that somebody wrote between quoted lines', () => {
    const words = ownWords({
      type: 'text',
      content:
        'On Mon, 16 Nov 2026 at 09:00, Ben Sommer <ben@sidelog.example> wrote:\n> Which colour?\n\nRed, please.\n\n> How many?\n\nTwelve.\n',
    });
    expect(words).toBe('Red, please.\n\nTwelve.');
  });

  it('keeps answers between quotes in Gmail’s element for history', () => {
    const words = ownWords({
      type: 'html',
      content:
        '<div class="gmail_quote"><div class="gmail_attr">On Mon, Ben wrote:<br></div><blockquote class="gmail_quote">Which colour?</blockquote><div>Red, please.</div><blockquote class="gmail_quote">How many?</blockquote><div>Twelve.</div></div>',
    });
    expect(words).toBe('Red, please.\n\nTwelve.');
  });

  it('has no words of their own for a mail that only forwards', () => {
    const content =
      '<div dir="ltr"><br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Anna Berger</strong><br>Date: Mon, Nov 16, 2026<br>Subject: Order<br>To: Ben<br></div><br>We order ten.</div></div>';
    expect(ownWords({ type: 'html', content })).toBe('');
    expect(summarise('')).toBe('');
  });

  it('does not take a sentence with a colon or the word "from" for history', () => {
    const text =
      'Hi Ben,\n\nfrom: my point of view this is fine.\nAs I wrote on 3 May 2026:\nwe stay with the old price.\n\nTo sum up: yes.';
    expect(splitReply(text)).toEqual({ reply: text, quoted: '', signature: '' });
  });

  it('does not take a note about a courier for a phone’s signature', () => {
    expect(ownWords({ type: 'text', content: 'Sent by courier yesterday, please confirm.' })).toBe(
      'Sent by courier yesterday, please confirm.',
    );
  });

  it('keeps the quoted part apart, so that nothing is lost', () => {
    const { reply, quoted } = splitReply(
      'Yes.\n\nOn 3 May 2026 at 10:00, Ben <ben@sidelog.example> wrote:\n> Ready?',
    );
    expect(reply).toBe('Yes.');
    expect(quoted).toContain('Ready?');
  });

  it('leaves the reply’s markup whole when it cuts history out of HTML', () => {
    const { replyHtml } = splitReplyHtml(
      '<p>Fine <b>with me</b>.</p><blockquote type="cite"><p>Is it fine?</p></blockquote>',
    );
    expect(replyHtml).toBe('<p>Fine <b>with me</b>.</p>');
  });
});

describe('HTML as text', () => {
  it('shows what a person sees and nothing hidden', () => {
    const html =
      '<style>p{color:red}</style><div style="display:none">preheader</div><script>alert(1)</script><p>Dear&nbsp;Anna &amp; Tom,</p><!-- no --><ul><li>one<li>two</ul><table><tr><td>Total</td><td>&euro;&nbsp;40</td></tr></table>';
    expect(htmlToText(html)).toBe('Dear Anna & Tom,\n\n- one\n- two\n\nTotal € 40');
  });

  it('drops bidi controls that could turn an address round, and keeps emoji', () => {
    expect(htmlToText('pay \u202Eexe.knab\u202C now\u200B <img data-emoji="🎉" alt="🎉">')).toBe(
      'pay exe.knab now 🎉',
    );
  });

  it('keeps a footer that says what a mailing is', () => {
    expect(wholeText({ type: 'text', content: 'Sale!\n-- \nUnsubscribe here' })).toContain('Unsubscribe');
  });

  it('survives broken markup', () => {
    expect(htmlToText('<p>one<div <b>two</p></div></span><')).toContain('one');
    expect(htmlToText('a < b and c > d')).toContain('c > d');
  });
});

describe('history in the forms that mail programs give it', () => {
  it.each([
    [
      'Yahoo, on one line',
      'See below.\n\n----- Forwarded Message ----- From: Ann Lee <ann@lee.example>To: ben@sidelog.example\n\nTheir text.',
    ],
    [
      'Zoho',
      'See below.\n\n---- On Mon, 16 Nov 2026 10:00:00 +0100 Ann Lee <ann@lee.example> wrote ----\n\nTheir text.',
    ],
    ['Yandex, without a verb', 'See below.\n\n16.11.2026, 18:30, "Ann Lee" <ann@lee.example>:\nTheir text.'],
    [
      'Outlook, German',
      'See below.\n\n-----Ursprüngliche Nachricht-----\nVon: Ann Lee <ann@lee.example>\nGesendet: Montag, 16. November 2026\nAn: Ben\nBetreff: X\n\nTheir text.',
    ],
    [
      'Outlook, French, no rule',
      'See below.\n\nDe : Ann Lee <ann@lee.example>\nEnvoyé : lundi 16 novembre 2026\nÀ : Ben\nObjet : X\n\nTheir text.',
    ],
    [
      'Apple, forwarded',
      'See below.\n\nBegin forwarded message:\n\nFrom: Ann Lee <ann@lee.example>\nSubject: X\nDate: 16 November 2026\nTo: Ben\n\nTheir text.',
    ],
    [
      'Gmail, no empty line above',
      'See below.\nOn Mon, Nov 16, 2026 at 10:00 AM Ann Lee <\nann@lee.example> wrote:\n> Their text.',
    ],
    ['Lotus', 'See below.\n\nAnn Lee\n11/16/2026 10:00 AM\nTo: Ben\ncc:\nSubject: X\n\nTheir text.'],
    ['Gmail, Japanese', 'See below.\n\n2026年11月16日(月) 10:00 Ann Lee <ann@lee.example>:\n> Their text.'],
  ])('%s', (_name, text) => {
    expect(splitReply(text).reply).toBe('See below.');
    expect(ownWords({ type: 'text', content: text })).toBe('See below.');
  });
});

import { describe, expect, it } from 'vitest';
import { classifyMail } from '@/utils/understand/classify-mail';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { ownWords } from '@/utils/understand/own-words';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';
import { summarise } from '@/utils/understand/summarise';

/** The fastest of several runs, in milliseconds: noise only ever adds. */
function cost(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const shapes: Record<string, (size: number) => string> = {
  'open tags that are never closed': (n) => '<b>'.repeat(n / 3),
  'open tags and other closing tags': (n) => '<b>'.repeat(n / 8) + '</i>'.repeat(n / 8),
  'nested quotes': (n) => `${'<blockquote type="cite">'.repeat(n / 40)}x${'</blockquote>'.repeat(n / 40)}`,
  'nested Gmail quotes': (n) => `${'<div class="gmail_quote">'.repeat(n / 40)}x${'</div>'.repeat(n / 40)}`,
  'unclosed hidden elements': (n) => '<div style="display:none">'.repeat(n / 27),
  'angle brackets': (n) => '<'.repeat(n),
  'closing tags without an end': (n) => '</a '.repeat(n / 4),
  ampersands: (n) => '&amp'.repeat(n / 4),
  'one endless attribute': (n) => `<a class="${'x '.repeat(n / 2)}`,
  spaces: (n) => ' '.repeat(n),
  'spaces with words': (n) => `${' '.repeat(200)}x`.repeat(n / 201),
  'empty lines': (n) => '\n'.repeat(n),
  'quote marks': (n) => '>'.repeat(n),
  'lines of quote marks': (n) => '> \n'.repeat(n / 3),
  'header lines': (n) => 'From: a\n'.repeat(n / 8),
  attributions: (n) => 'On 3 May 2026 at 10:00, x@y.example wrote\n'.repeat(n / 42),
  dashes: (n) => `${'- '.repeat(150)}x\n`.repeat(n / 302),
  dots: (n) => '.'.repeat(n),
  sentences: (n) => 'I am. '.repeat(n / 6),
  'one endless word': (n) => 'deliver'.repeat(n / 7),
  'the beginnings of many rules': (n) => 'klick unsubscribe this is not an automatic '.repeat(n / 43),
  'signs of a mailing': (n) => 'abmelden '.repeat(n / 9),
  'sent from lines': (n) => 'Sent from my phone\n'.repeat(n / 19),
  'lists without end': (n) => 'Two things:\n- a b c\n- d e f\n'.repeat(n / 30),
  partings: (n) => 'Thanks,\nAnn\n'.repeat(n / 12),
  'recipients without end': (n) => `From: a\nTo: ${'b@c.example, Ann Lee/HQ,\n'.repeat(n / 26)}`,
  'attributions in pieces': (n) => 'On Thu, 31 Mar 2026 at 11:16 Ann Lee\n\n<\n'.repeat(n / 42),
  'lines marked by colons': (n) => ': a\n'.repeat(n / 4),
  joiners: (n) => '\u200C'.repeat(n),
  'spaces after a background': (n) => `<b style="color:#fff">x</b>background:${' '.repeat(n)}`,
  'plain blockquotes': (n) => '<blockquote>x</blockquote>y'.repeat(n / 27),
  disclaimers: (n) =>
    'This e-mail is confidential and privileged and meant for somebody else entirely.\n'.repeat(n / 80),
};

describe('hostile mail', () => {
  it.each(Object.keys(shapes))(
    '%s: four times as much takes about four times as long, not sixteen',
    (name) => {
      const make = shapes[name]!;
      const work = (size: number) => {
        const content = make(size);
        return () => {
          for (const type of ['html', 'text'] as const) {
            const words = ownWords({ type, content });
            summarise(words);
            classifyMail({ from: 'a@b.example', to: '', subject: content.slice(0, 1000), body: content });
          }
          splitReplyHtml(content);
        };
      };
      work(10_000)();
      const small = cost(work(50_000));
      const large = cost(work(200_000));
      // Generous: a machine shared by others stutters. A quadratic rule would give 16 and seconds.
      expect(large).toBeLessThan(Math.max(small * 10, 400));
      expect(large).toBeLessThan(5000);
    },
    60_000,
  );

  it('ten thousand nested quotes hold nothing of the sender’s', () => {
    const depth = 10_000;
    const content = `<p>Mine.</p>${'<blockquote type="cite">'.repeat(depth)}theirs${'</blockquote>'.repeat(depth)}`;
    expect(ownWords({ type: 'html', content })).toBe('Mine.');
  });

  it('never gives more text than a captured mail may hold', () => {
    expect(ownWords({ type: 'text', content: 'word '.repeat(80_000) }).length).toBeLessThanOrEqual(100_000);
    expect(summarise('word '.repeat(80_000)).length).toBeLessThanOrEqual(2000);
    expect(cleanSubject('Re: '.repeat(250)).length).toBeLessThanOrEqual(1000);
  });

  it('gives back a string for any bytes', () => {
    const odd = '\uD800 \uDFFF \u0000 \u202E <\u0000p> &#0; &#x110000; &#xD800; <p class="\uD800">';
    expect(typeof ownWords({ type: 'html', content: odd })).toBe('string');
    expect(typeof summarise(odd)).toBe('string');
  });
});

import { describe, expect, it } from 'vitest';
import { decodeEntities } from '@/utils/understand/html-entities';
import { walkHtml } from '@/utils/understand/html-events';

function said(html: string): string[] {
  const events: string[] = [];
  walkHtml(html, {
    open: (tag, attributes, start, end) =>
      events.push(
        `<${tag}${[...attributes].map(([name, value]) => ` ${name}=${value}`).join('')}> ${start}-${end}`,
      ),
    close: (tag, start, end) => events.push(`</${tag}> ${start}-${end}`),
    text: (text, start, end) => events.push(`${text} ${start}-${end}`),
  });
  return events;
}

describe('a mail’s markup', () => {
  it('is read with every place in the source, so that history can be cut out of it', () => {
    expect(said('Hi <b class="a&amp;b">Ann</b >!')).toEqual([
      'Hi  0-3',
      '<b class=a&b> 3-22',
      'Ann 22-25',
      '</b> 25-30',
      '! 30-31',
    ]);
  });

  it('keeps signs that begin no tag', () => {
    expect(said('2 < 3 & </> <3')).toEqual(['2 < 3 & </> <3 0-14']);
  });

  it('says nothing of comments, declarations, scripts and styles', () => {
    const html =
      '<!doctype html><!-->a<!-- <p> -->b<![CDATA[c]]><?xml d?><script>"</p>"</script><style>p{}</STYLE >e';
    expect(said(html).filter((each) => !each.startsWith('<'))).toEqual([
      'a 20-21',
      'b 33-34',
      `e ${html.length - 1}-${html.length}`,
    ]);
  });

  it('reads attributes as people write them, and the first of two', () => {
    expect(said("<p CLASS=a/b id = 'c\"d' hidden class=x/>")).toEqual(['<p class=a/b id=c"d hidden=> 0-40']);
  });

  it('leaves out a tag that never ends', () => {
    expect(said('a<b class="c>d')).toEqual(['a 0-1']);
    expect(said('a</b')).toEqual(['a 0-1']);
    expect(said('a<!-- b')).toEqual(['a 0-1']);
    expect(said('a<style>b')).toEqual(['a 0-1', '<style> 1-8']);
  });

  it.each([
    '<',
    '</',
    '<a ',
    '<a b="',
    '<!--',
    '</a',
    '<script>',
    '<title></title',
    '&#',
    '&amp',
    '<a b=\'" ',
    '</ ',
    '<![CDATA[',
  ])('is read in time that grows with its length, though it repeats %s', (piece) => {
    const took = (times: number) => {
      const html = piece.repeat(times);
      const began = performance.now();
      said(html);
      return performance.now() - began;
    };
    took(2000);
    // Four times the square would be sixteen times the time: three tries on a busy machine.
    const ratios = [1, 2, 3].map(() => took(80_000) / Math.max(took(20_000), 1));
    expect(Math.min(...ratios)).toBeLessThan(10);
  });
});

describe('characters by name', () => {
  it('are what people see', () => {
    expect(
      decodeEntities(
        'Gr&uuml;&szlig;e&nbsp;&ndash; &#8364;5 &#x1F600; &#150; &ccaron;&lstrok;&Zacute; &zwnj;&hellip;',
      ),
    ).toBe('Grüße\u00A0– €5 😀 – čłŹ \u200C…');
  });

  it('may lack the semicolon where old pages leave it out, but not in a link', () => {
    expect(decodeEntities('R&D &eacutet&eacute &ampamp; &unknown; &#; &#0;')).toBe(
      'R&D été &amp; &unknown; &#; \uFFFD',
    );
    expect(decodeEntities('/?a=1&copy=2&amp;lt=3&lt', true)).toBe('/?a=1&copy=2&lt=3<');
  });
});

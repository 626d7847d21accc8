import { describe, expect, it } from 'vitest';
import { ownWords } from '@/utils/understand/own-words';
import { splitReply } from '@/utils/understand/split-reply';
import { introductions, replies } from './history-forms';

const bodies = ['\n\nTheir words here.\n\nAnn', '\n> Their words here.\n> \n> Ann'];

describe('what mail programs write above history', () => {
  it.each(introductions)('%s', (line) => {
    for (const body of bodies) {
      for (const gap of ['\n\n', '\n']) {
        const { reply, quoted } = splitReply(`Yes, we take it.${gap}${line}${body}`);
        expect(reply.replace(/\s+Von meinem iPhone gesendet$/, '')).toBe('Yes, we take it.');
        expect(quoted).toContain('Their words here.');
      }
    }
  });
});

describe('a reply in HTML', () => {
  it.each(Object.keys(replies))('of %s holds its sender’s words alone', (program) => {
    const content = `<html><body>${replies[program]}</body></html>`;
    expect(ownWords({ type: 'html', content })).toBe('Yes, we take it.');
  });
});

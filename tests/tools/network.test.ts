import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leaksIn, type Seen } from './network';

const sent = (raw: string): Seen[] => [{ method: 'POST', url: 'http://crm.example/', body: raw, raw }];
const word = 'Anna.Berger@nordlicht.example';

describe('the watcher for what leaves', () => {
  it.each([
    ['as it is', word],
    ['in small letters', word.toLowerCase()],
    ['for an address bar', encodeURIComponent(word)],
    ['in base64', Buffer.from(word).toString('base64')],
    ['in base64 behind something', Buffer.from(`x=${word}&y=1`).toString('base64')],
    ['in base64 behind something longer', Buffer.from(`{"a":"${word}"}`).toString('base64')],
    ['in hex', Buffer.from(word).toString('hex').toUpperCase()],
    ['as SHA-256', createHash('sha256').update(word).digest('hex')],
    ['as SHA-1 in base64', createHash('sha1').update(word).digest('base64')],
    ['as MD5', createHash('md5').update(word).digest('hex')],
  ])('finds an address that was sent %s', (_how, disguise) => {
    expect(leaksIn(sent(`{"q":"${disguise}"}`), [word])).not.toEqual([]);
  });

  it('finds nothing in a request that asks by time only', () => {
    expect(leaksIn(sent('{"domain":[["write_date",">","2026-11-21 09:00:00"]]}'), [word])).toEqual([]);
  });
});

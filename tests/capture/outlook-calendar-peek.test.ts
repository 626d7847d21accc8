import { describe, expect, it } from 'vitest';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import { calendarPage } from './outlook-calendar-support';

/*
 * The small view beside a tile names no event. Nobody pressed a tile here (it was reached in another way), and several
 * have the view's subject.
 */

interface Tile {
  id: string;
  label: string;
  place?: string;
}
const id = (name: string) => `AAMkADVmMWQy${name}`;
const tile = ({ id: name, label, place = '' }: Tile) => {
  const title = ['Weekly call', place, '10:00 to 10:30'].filter((each) => each !== '').join('\n');
  return `<div data-calitemid="${id(name)}"><div role="button" aria-label="Weekly call, ${label}" title="${title}"></div></div>`;
};
const page = (tiles: Tile[], view: string) =>
  calendarPage(`<html lang="en-US"><body><div data-app-section="Surface_Month">${tiles.map(tile).join('')}</div>
    <div role="dialog"><div data-app-section="CalendarItemPeek"><div role="heading">Weekly call</div>${view}</div></div></body></html>`);

function look(shown: ReturnType<typeof page>) {
  const work = outlookCalendar.look(shown);
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    if (!step.value.ok) throw new Error(step.value.step);
    return step.value.messages;
  }
}
const opened = (tiles: Tile[], view: string) => look(page(tiles, view)).map(({ ids }) => ids[0]);
const nine: Tile = { id: 'nine', label: '10:00 AM to 10:30 AM, Wednesday, September 9, 2026, Busy' };
const sixteen: Tile = { id: 'sixteen', label: '10:00 AM to 10:30 AM, Wednesday, September 16, 2026, Busy' };
const evening: Tile = { id: 'evening', label: '10:00 PM to 10:30 PM, Wednesday, September 16, 2026, Busy' };
const hall: Tile = { ...sixteen, id: 'hall', place: 'Hall 3' };
const office: Tile = { ...sixteen, id: 'office', place: 'Office' };

describe('a small view whose subject several tiles have', () => {
  it('is the one of its day', () => {
    for (const time of ['Wed 9/16/2026', 'Wednesday, September 16, 2026', 'Sep 16 at 10:00 AM'])
      expect(opened([nine, sixteen], `<span aria-label="Time">${time}</span>`)).toEqual([
        `owa:${id('sixteen')}`,
      ]);
    expect(opened([nine, sixteen], '<span>Wed 9/9/2026</span>')).toEqual([`owa:${id('nine')}`]);
  });

  it('is the one of its clocks, morning or evening', () => {
    expect(opened([sixteen, evening], '<span>Wed 9/16/2026 10:00 PM - 10:30 PM</span>')).toEqual([
      `owa:${id('evening')}`,
    ]);
    expect(opened([sixteen, evening], '<span>Wed 9/16/2026 22:00 - 22:30</span>')).toEqual([
      `owa:${id('evening')}`,
    ]);
    expect(opened([sixteen, evening], '<span>Wed 9/16/2026 10:00 AM - 10:30 AM</span>')).toEqual([
      `owa:${id('sixteen')}`,
    ]);
  });

  it('is the one of its place, where all of them have one', () => {
    const view = '<span>Wed 9/16/2026 10:00 AM - 10:30 AM</span><span>Hall 3</span>';
    expect(opened([hall, office], view)).toEqual([`owa:${id('hall')}`]);
    expect(opened([hall, sixteen], view), 'the other could be in it too').toEqual([]);
  });

  it('is proposed with what is known, and says what is not', () => {
    const shown = page(
      [nine, sixteen],
      '<span>Wed 9/16/2026</span><span data-lpc-hover-target-id="h1">Eva Holm</span>',
    );
    const [seen] = look(shown);
    if (!seen) throw new Error('nothing opened');
    expect(outlookCalendar.capture(shown, outlookCalendar.openWire(), seen)).toMatchObject({
      ok: true,
      mail: {
        capture: {
          via: 'page',
          subject: 'Weekly call',
          sentAtApproximate: true,
          meeting: { unnamed: ['Eva Holm'], guestsUnknown: true },
        },
      },
    });
  });

  it('is nobody’s where nothing tells them apart, or one of them is not understood', () => {
    expect(opened([nine, sixteen], '<span>Join</span>')).toEqual([]);
    expect(opened([sixteen, { ...sixteen, id: 'twin' }], '<span>Wed 9/16/2026</span>')).toEqual([]);
    expect(opened([sixteen, { id: 'odd', label: 'sometime' }], '<span>Wed 9/16/2026</span>')).toEqual([]);
  });
});

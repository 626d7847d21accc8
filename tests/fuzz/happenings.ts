import type { FuzzedCrm } from '../crm/fakes/registry';

/** What the rep, a colleague, the machine and its disk do. */
const actions = [
  'confirm',
  'edit',
  'dismiss',
  'restore',
  'undo',
  'colleague-logs',
  'colleague-logs-too',
  'worker-killed',
  'two-workers',
  'clock-forward',
  'clock-back',
  'storage-full',
] as const;

/** What goes wrong on the way; none of it where nothing leaves the browser. */
const onTheWay = [
  'lost-on-the-way',
  'lose-answer',
  'fail',
  'commit-then-fail',
  'slow-seconds',
  'slow-date',
  'slow-body',
  'slow-silent',
  'html',
  'commit-then-html',
  'time-out',
  'kill-before',
  'kill-after',
  'late',
  'signed-out',
  'colleague-dies',
] as const;

export type Happening =
  | (typeof actions)[number]
  | (typeof onTheWay)[number]
  /** A server got round to half of a batch. */
  | 'half'
  | 'next-step'
  | 'meeting-moves'
  /** Of two records for one entry the earlier could be seen only after the later one's maker had looked. */
  | 'seen-late'
  /** For a moment the CRM held two records for one entry. */
  | 'two-records';

/** How often each thing happened: a fuzz in which one never does proves nothing about it. */
export class Happenings {
  readonly counts: Partial<Record<Happening, number>> = {};

  saw(what: Happening): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}

/** What must happen in a hundred seeds on this CRM. */
export function mustHappen(crm: FuzzedCrm, has: { tasks: boolean; meetings: boolean }): Happening[] {
  return [
    ...actions,
    ...(crm.server ? onTheWay : []),
    ...(crm.half ? (['half'] as const) : []),
    ...(has.tasks ? (['next-step'] as const) : []),
    ...(has.meetings ? (['meeting-moves'] as const) : []),
    ...(crm.begin ? (['seen-late'] as const) : []),
    ...(crm.takesTwo ? (['two-records'] as const) : []),
  ];
}

import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { SetupModel, WelcomeStep, YouView } from '@/components/welcome/setup-props';
import { USUAL_HOURS } from '@/utils/model/settings';

/** The welcome page's screens, on this one; nothing is known of the rep unless told. */
export function setup(step: WelcomeStep, you: Partial<YouView> = {}, more: Partial<SetupModel> = {}) {
  return {
    step: signal<WelcomeStep | null>(step),
    leftPractice: false,
    crm: signal<{ id: string; user: string } | null>(null),
    you: signal<YouView | null>({
      guessedDomains: [],
      ownDomains: [],
      hours: USUAL_HOURS,
      hoursGuessed: true,
      zone: 'Europe/Berlin',
      holidays: [],
      neverLog: { addresses: [], domains: [], words: [] },
      ...you,
    }),
    go: vi.fn(),
    change: vi.fn(),
    readEntry: vi.fn((_kind: string, typed: string) => ({ value: typed })),
    finish: vi.fn(),
    ...more,
  };
}

import type { ReadonlySignal } from '@preact/signals';
import type { PageSite } from '@/utils/model/captured';
import type { WelcomeStep } from '@/utils/model/practice';
import type { NeverLog, Settings, WorkingHours } from '@/utils/model/settings';

export type { WelcomeStep };

/** A domain that counts as the rep's own, and the address that it was taken from. */
export interface OwnDomainView {
  domain: string;
  from: string;
}

/** What is known of the rep, most of it guessed. */
export interface YouView {
  guessedDomains: readonly OwnDomainView[];
  ownDomains: readonly string[];
  hours: WorkingHours;
  /** Nobody has said when they work: `hours` is a guess from this time zone. */
  hoursGuessed: boolean;
  zone: string;
  holidays: readonly string[];
  neverLog: NeverLog;
}

type Change = Partial<Pick<Settings, 'ownDomains' | 'workingHours' | 'holidays' | 'neverLog'>>;

/** The welcome page's screens; utils/view/setup-state.ts builds it. */
export interface SetupModel {
  /** Null until it is known where the rep left. */
  step: ReadonlySignal<WelcomeStep | null>;
  /** Practice is just over, and nothing of it is left. */
  leftPractice: boolean;
  /** The connected CRM, by its connector's id; null: the notebook. */
  crm: ReadonlySignal<{ id: string; user: string } | null>;
  you: ReadonlySignal<YouView | null>;
  go(step: WelcomeStep): void;
  change(change: Change): void;
  readEntry(
    kind: 'address' | 'domain' | 'word',
    typed: string,
    there: readonly string[],
  ): { value: string } | { problem: 'badAddress' | 'badDomain' | 'badWord' | 'twice' };
  /** What was guessed and left alone holds from now on; then practice, or the rep's own page, opens. */
  finish(where: 'practice' | PageSite): void;
}

import type { ReadonlySignal } from '@preact/signals';
import type { PageSite } from '@/utils/model/captured';
import type { IntentAnswer } from '@/utils/model/messages';

/** A site, and whether it is read. `host-missing`: the rep agreed, the browser took its host back. */
export interface SiteView {
  site: PageSite;
  state: 'off' | 'asking' | 'on' | 'host-missing';
  confirmedLive: boolean;
}

/** What the welcome page and the settings are given; utils/view/welcome-state.ts builds it. */
export interface ConsentModel {
  phase: ReadonlySignal<
    'loading' | 'ask' | 'refused' | 'withdrawn' | 'host-missing' | 'agree-anew' | 'ready'
  >;
  sites: ReadonlySignal<SiteView[]>;
  problem: ReadonlySignal<Extract<IntentAnswer, { ok: false }>['problem'] | null>;
  panelKeys: ReadonlySignal<string>;
  consentAt: ReadonlySignal<number | null>;
  unreachable: ReadonlySignal<number>;
  /** In the press itself: the browser asks for the site's host there. */
  read(site: PageSite): void;
  stop(site: PageSite): void;
  withdraw(): void;
  openPage(page: 'practice' | 'options' | 'options-crm' | PageSite): void;
}

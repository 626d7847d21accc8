import { computed, effect, signal } from '@preact/signals';
import type { Intent } from '@/utils/model/messages';
import { type WelcomeStep, welcomeSteps } from '@/utils/model/practice';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import type { Commands } from '@/utils/view/commands';
import { guessHours } from '@/utils/view/guess-hours';
import { readEntry } from '@/utils/view/list-entry';
import { orElse, watch } from '@/utils/view/live';
import { openPage, type PageName } from '@/utils/view/pages';

type Change = Extract<Intent, { type: 'change-settings' }>['change'];
type OwnDomainsOf = typeof import('@/utils/privacy/own-domains').ownDomainsOf;

/** Addresses that lead to a screen and say more: `#withdrawn` and `#left-practice`. */
const byName: Record<string, WelcomeStep> = { withdrawn: 'reading', 'left-practice': 'you' };

function stepOf(hash: string): WelcomeStep | null {
  const name = hash.replace(/^#/, '');
  return welcomeSteps.find((step) => step === name) ?? byName[name] ?? null;
}

/**
 * The welcome page's screens. Which one is shown stands in the address, so that Back and a link lead to it; without one
 * the rep goes on where they left.
 */
export function createSetup(commands: Commands, abort: AbortSignal) {
  const settings = watch(() => getSettings(openDatabase('real'), 'real'), abort);
  const known = computed(() => orElse(settings.value, null));
  const asked = signal(stepOf(location.hash));
  window.addEventListener(
    'hashchange',
    () => {
      asked.value = stepOf(location.hash);
    },
    { signal: abort },
  );
  const left = signal<WelcomeStep | null>(null);
  effect(() => {
    // Read once: another tab of this page must not turn this one's screen.
    if (known.value && left.peek() === null) left.value = known.value.welcomeStep ?? 'reading';
  });
  const step = computed(() => asked.value ?? left.value);

  // The list of public suffixes comes with it, which the first screen does not need.
  const ownDomainsOf = signal<OwnDomainsOf | null>(null);
  effect(() => {
    if (step.value !== 'you' || ownDomainsOf.peek()) return;
    void import('@/utils/privacy/own-domains').then((module) => {
      ownDomainsOf.value = module.ownDomainsOf;
    });
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const guessed = guessHours(zone, navigator.language);
  const you = computed(() => {
    const now = known.value;
    const domainsOf = ownDomainsOf.value;
    if (!now || !domainsOf) return null;
    const domains = new Map<string, string>();
    for (const address of now.ownAddresses)
      for (const domain of domainsOf([address], [])) if (!domains.has(domain)) domains.set(domain, address);
    return {
      guessedDomains: [...domains].map(([domain, from]) => ({ domain, from })),
      ownDomains: now.ownDomains,
      hours: now.workingHours ?? guessed,
      hoursGuessed: now.workingHours === undefined,
      zone,
      holidays: now.holidays ?? [],
      neverLog: now.neverLog,
    };
  });

  const change = (what: Change) => commands.request({ type: 'change-settings', change: what });
  return {
    step,
    leftPractice: location.hash === '#left-practice',
    crm: computed(() => {
      const crm = known.value?.crm;
      return crm && crm.connector !== 'notebook' ? { id: crm.connector, user: crm.userName } : null;
    }),
    you,
    go: (next: WelcomeStep) => {
      location.hash = next;
      void change({ welcomeStep: next });
    },
    change: (what: Change) => void change(what),
    readEntry,
    finish: (where: PageName) => {
      const hours = known.value?.workingHours === undefined ? { workingHours: guessed } : {};
      void change({ welcomeStep: 'you', ...hours }).then(() => openPage(where, commands.request));
    },
  };
}

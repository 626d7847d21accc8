import type { Language } from '@/utils/i18n/messages/assemble';
import { asked, firstLog } from '@/utils/i18n/messages/de/asked';
import { byHand, listed } from '@/utils/i18n/messages/de/by-hand';
import { common } from '@/utils/i18n/messages/de/common';
import { meeting } from '@/utils/i18n/messages/de/meeting';
import { panel } from '@/utils/i18n/messages/de/panel';
import { around, pick } from '@/utils/i18n/messages/de/pick';
import { popup } from '@/utils/i18n/messages/de/popup';
import { proposal } from '@/utils/i18n/messages/de/proposal';
import { reasons } from '@/utils/i18n/messages/de/reasons';
import { sites } from '@/utils/i18n/messages/de/sites';
import { troubles } from '@/utils/i18n/messages/de/troubles';

export const de: Language = {
  common,
  around,
  byHand,
  listed,
  meeting,
  panel,
  pick,
  popup,
  proposal,
  reasons,
  sites,
  troubles,
  asked,
  firstLog,
};

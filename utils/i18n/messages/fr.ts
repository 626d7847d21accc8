import type { Language } from '@/utils/i18n/messages/assemble';
import { asked, firstLog } from '@/utils/i18n/messages/fr/asked';
import { byHand, listed } from '@/utils/i18n/messages/fr/by-hand';
import { common } from '@/utils/i18n/messages/fr/common';
import { meeting } from '@/utils/i18n/messages/fr/meeting';
import { panel } from '@/utils/i18n/messages/fr/panel';
import { around, pick } from '@/utils/i18n/messages/fr/pick';
import { popup } from '@/utils/i18n/messages/fr/popup';
import { proposal } from '@/utils/i18n/messages/fr/proposal';
import { reasons } from '@/utils/i18n/messages/fr/reasons';
import { sites } from '@/utils/i18n/messages/fr/sites';
import { troubles } from '@/utils/i18n/messages/fr/troubles';

export const fr: Language = {
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

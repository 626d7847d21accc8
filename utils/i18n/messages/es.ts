import type { Language } from '@/utils/i18n/messages/assemble';
import { asked, firstLog } from '@/utils/i18n/messages/es/asked';
import { byHand, listed } from '@/utils/i18n/messages/es/by-hand';
import { common } from '@/utils/i18n/messages/es/common';
import { meeting } from '@/utils/i18n/messages/es/meeting';
import { panel } from '@/utils/i18n/messages/es/panel';
import { around, pick } from '@/utils/i18n/messages/es/pick';
import { popup } from '@/utils/i18n/messages/es/popup';
import { proposal } from '@/utils/i18n/messages/es/proposal';
import { reasons } from '@/utils/i18n/messages/es/reasons';
import { sites } from '@/utils/i18n/messages/es/sites';
import { troubles } from '@/utils/i18n/messages/es/troubles';

export const es: Language = {
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

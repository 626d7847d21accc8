import type { Language } from '@/utils/i18n/messages/assemble';
import { asked, firstLog } from '@/utils/i18n/messages/pt/asked';
import { byHand, listed } from '@/utils/i18n/messages/pt/by-hand';
import { common } from '@/utils/i18n/messages/pt/common';
import { meeting } from '@/utils/i18n/messages/pt/meeting';
import { panel } from '@/utils/i18n/messages/pt/panel';
import { around, pick } from '@/utils/i18n/messages/pt/pick';
import { popup } from '@/utils/i18n/messages/pt/popup';
import { proposal } from '@/utils/i18n/messages/pt/proposal';
import { reasons } from '@/utils/i18n/messages/pt/reasons';
import { sites } from '@/utils/i18n/messages/pt/sites';
import { troubles } from '@/utils/i18n/messages/pt/troubles';

export const pt: Language = {
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

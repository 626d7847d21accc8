import type { Language } from '@/utils/i18n/messages/assemble';
import { byHand, listed } from '@/utils/i18n/messages/fr/by-hand';
import { common } from '@/utils/i18n/messages/fr/common';
import { crm } from '@/utils/i18n/messages/fr/crm';
import { mark } from '@/utils/i18n/messages/fr/mark';
import { meeting } from '@/utils/i18n/messages/fr/meeting';
import { options } from '@/utils/i18n/messages/fr/options';
import { panel } from '@/utils/i18n/messages/fr/panel';
import { around, pick } from '@/utils/i18n/messages/fr/pick';
import { popup } from '@/utils/i18n/messages/fr/popup';
import { practice } from '@/utils/i18n/messages/fr/practice';
import { proposal } from '@/utils/i18n/messages/fr/proposal';
import { reasons } from '@/utils/i18n/messages/fr/reasons';
import { sites } from '@/utils/i18n/messages/fr/sites';
import { troubles } from '@/utils/i18n/messages/fr/troubles';
import { welcome } from '@/utils/i18n/messages/fr/welcome';
import { firstLog, signIn, transfer, written } from '@/utils/i18n/messages/fr/written';

export const fr: Language = {
  common,
  around,
  byHand,
  listed,
  crm,
  mark,
  meeting,
  options,
  panel,
  pick,
  popup,
  practice,
  proposal,
  reasons,
  sites,
  troubles,
  firstLog,
  signIn,
  transfer,
  welcome,
  written,
};

import { byHand, listed } from '@/utils/i18n/messages/en/by-hand';
import { common } from '@/utils/i18n/messages/en/common';
import { crm } from '@/utils/i18n/messages/en/crm';
import { mark } from '@/utils/i18n/messages/en/mark';
import { meeting } from '@/utils/i18n/messages/en/meeting';
import { options } from '@/utils/i18n/messages/en/options';
import { panel } from '@/utils/i18n/messages/en/panel';
import { around, pick } from '@/utils/i18n/messages/en/pick';
import { popup } from '@/utils/i18n/messages/en/popup';
import { practice } from '@/utils/i18n/messages/en/practice';
import { proposal } from '@/utils/i18n/messages/en/proposal';
import { reasons } from '@/utils/i18n/messages/en/reasons';
import { sites } from '@/utils/i18n/messages/en/sites';
import { troubles } from '@/utils/i18n/messages/en/troubles';
import { welcome } from '@/utils/i18n/messages/en/welcome';
import { firstLog, signIn, transfer, written } from '@/utils/i18n/messages/en/written';

/** English. The reference: its shape is the type that every other language fulfils. */
export const en = {
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

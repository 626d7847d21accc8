import { asked, firstLog } from '@/utils/i18n/messages/en/asked';
import { byHand, listed } from '@/utils/i18n/messages/en/by-hand';
import { common } from '@/utils/i18n/messages/en/common';
import { meeting } from '@/utils/i18n/messages/en/meeting';
import { panel } from '@/utils/i18n/messages/en/panel';
import { around, pick } from '@/utils/i18n/messages/en/pick';
import { popup } from '@/utils/i18n/messages/en/popup';
import { proposal } from '@/utils/i18n/messages/en/proposal';
import { reasons } from '@/utils/i18n/messages/en/reasons';
import { sites } from '@/utils/i18n/messages/en/sites';
import { troubles } from '@/utils/i18n/messages/en/troubles';

/** English, what panel and popup say. The reference: its shape is the type that every other language fulfils. */
export const en = {
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

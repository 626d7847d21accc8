import type { Formats } from '@/utils/i18n/formats';
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
export const en = (f: Formats) => ({
  ...common(f),
  around: around(f),
  byHand: byHand(f),
  listed: listed(f),
  crm: crm(),
  mark: mark(),
  meeting: meeting(f),
  options: options(f),
  panel: panel(f),
  pick: pick(f),
  popup: popup(f),
  practice: practice(),
  proposal: proposal(f),
  ...reasons(),
  sites: sites(f),
  ...troubles(f),
  firstLog: firstLog(),
  signIn: signIn(),
  transfer: transfer(f),
  welcome: welcome(),
  written: written(f),
});

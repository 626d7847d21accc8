import type { PageLanguage } from '@/utils/i18n/messages/assemble';
import { signIn, transfer } from '@/utils/i18n/messages/de/connecting';
import { crm } from '@/utils/i18n/messages/de/crm';
import { mirrorScope } from '@/utils/i18n/messages/de/mirror-scope';
import { options } from '@/utils/i18n/messages/de/options';
import { practice } from '@/utils/i18n/messages/de/practice';
import { welcome } from '@/utils/i18n/messages/de/welcome';
import { written } from '@/utils/i18n/messages/de/written';

export const dePages: PageLanguage = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};

import { signIn, transfer } from '@/utils/i18n/messages/en/connecting';
import { crm } from '@/utils/i18n/messages/en/crm';
import { mirrorScope } from '@/utils/i18n/messages/en/mirror-scope';
import { options } from '@/utils/i18n/messages/en/options';
import { practice } from '@/utils/i18n/messages/en/practice';
import { welcome } from '@/utils/i18n/messages/en/welcome';
import { written } from '@/utils/i18n/messages/en/written';

/** English, what only settings, welcome and practice say. */
export const enPages = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};

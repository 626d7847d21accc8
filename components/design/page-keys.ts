import { type Signal, signal } from '@preact/signals';
import { actOnRow, chooseRow, letGoOfRows, stepRow, toFirstRow } from '@/components/design/rows';
import type { KeyCommand } from '@/utils/model/key-command';

/**
 * What the keys do on a page of rows; `takeBack` undoes the last step and tells whether there was one. `act` tells
 * whether there was anything to do, `helpOpen` whether the list of keys is to be shown.
 */
export function createPageKeys(takeBack: () => boolean): {
  helpOpen: Signal<boolean>;
  act: (command: KeyCommand) => boolean;
} {
  const helpOpen = signal(false);
  const act = (command: KeyCommand): boolean => {
    switch (command) {
      case 'next':
        return stepRow(1);
      case 'previous':
        return stepRow(-1);
      case 'choose-next':
        return chooseRow(1);
      case 'choose-previous':
        return chooseRow(-1);
      case 'choose-none':
        return letGoOfRows();
      case 'to-open-mail':
        return toFirstRow();
      case 'help':
        helpOpen.value = true;
        return true;
      case 'undo':
        return takeBack();
      default:
        return actOnRow(command);
    }
  };
  return { helpOpen, act };
}

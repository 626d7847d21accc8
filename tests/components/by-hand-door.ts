import { signal } from '@preact/signals';
import type { ByHandDoor } from '@/components/panel/by-hand-props';

/** Nothing was handed over. */
export const noByHand: ByHandDoor = {
  open: signal(false),
  busy: signal(false),
  result: signal(null),
  show: () => {},
  close: () => {},
  addFiles: () => {},
  addText: () => {},
  nameWhom: () => true,
};

import { openDatabase } from '@/utils/store/database';
import { watchSurroundings } from '@/utils/view/surroundings';

// Begun while the words are still on their way: the build keeps this file and all that it imports apart from them.
export const leaving = new AbortController();
// Where it cannot be opened, whoever reads says so.
openDatabase('real')
  .open()
  .catch(() => {});
export const around = watchSurroundings(leaving.signal);

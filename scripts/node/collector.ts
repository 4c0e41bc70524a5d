// Frees memory early. Node.js collects a large heap seldom: an import of 20,000 cards, whose data take 200 MB, grew to
// 760 MB of what nobody needed any more.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of new objects after which a collection is worth its time. */
const room = 48 * 1024 * 1024;

/** Call it often: it collects once enough has been added since the last time. */
export function makeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let kept = process.memoryUsage().heapUsed;
  return () => {
    if (process.memoryUsage().heapUsed < kept + room) return;
    collect();
    kept = process.memoryUsage().heapUsed;
  };
}

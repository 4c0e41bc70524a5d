// The words of the screens as they are without a translation.
import { buildLocale } from '../src/ui/locale.ts';

export const english = buildLocale('en', null);

// The words of the screens as they are without a translation.
import { startLanguage } from '../src/ui/start-language.ts';

export const english = startLanguage('en', null);

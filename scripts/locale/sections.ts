// Every module with words, so that the sections of `translated` are all known to the programs that check them.
import '../../src/app/strings.ts';
import '../../src/ui/strings.ts';
import '../../src/ui/bases/strings.ts';
import '../../src/ui/card-list/strings.ts';
import '../../src/ui/import/strings.ts';
import '../../src/ui/settings/data/strings.ts';
import '../../src/ui/settings/decks/strings.ts';
import '../../src/ui/settings/form-strings.ts';
import '../../src/ui/settings/strings.ts';
import '../../src/ui/sidebar/strings.ts';
import '../../src/ui/statistics/strings.ts';
import '../../src/ui/tidy/strings.ts';
export { registeredWords } from '../../src/locale/language.ts';

// Replaces `yaml` in main.js, saving 72 kB: the app has a parser of YAML. See src/core/note/yaml/parse-yaml.ts.
import { parseYaml } from 'obsidian';

export const parse = (text) => parseYaml(text);

// Default lists of words and headings that ask nothing, in the UI languages and Italian.

const listed = (...lines: readonly string[]): readonly string[] => lines.join(', ').split(', ');

/** Headings of sources, of pages elsewhere and of contents. */
export const defaultSkippedHeadings = listed(
  // English
  'references, reference, bibliography, works cited, literature cited, further reading, see also',
  'external links, table of contents',
  // German
  'literatur, literaturverzeichnis, literaturhinweise, weiterführende literatur, referenzen, bibliografie',
  'quellen, quellenverzeichnis, einzelnachweise, weblinks, siehe auch, inhaltsverzeichnis',
  // Spanish
  'referencias, referencias bibliográficas, bibliografía, obras citadas, véase también, enlaces externos',
  'lecturas adicionales, tabla de contenidos',
  // French
  'références, références bibliographiques, bibliographie, ouvrages cités, lectures complémentaires',
  'voir aussi, liens externes, table des matières',
  // Portuguese
  'referências, referências bibliográficas, bibliografia, ver também, veja também',
  'ligações externas, links externos, leitura adicional, leituras adicionais',
  // Italian
  'riferimenti, riferimenti bibliografici, opere citate, sitografia, vedi anche, collegamenti esterni',
  'letture consigliate',
  // Russian
  'литература, список литературы, список источников, список использованных источников, библиография',
  'дополнительная литература, источники, ссылки, см также, внешние ссылки, оглавление',
  // Japanese and Chinese
  '参考文献, 引用文献, 参考資料, 参考资料, 参考リンク, 関連項目, 外部リンク, 脚注, 目次, 参考书目, 延伸阅读, 参见, 外部链接, 目录, 參考文獻, 參考資料, 參考書目, 延伸閱讀',
  '參見, 外部連結, 目錄',
);

/** Bold words that open prose. */
export const defaultProseWords = listed(
  // English
  'note, notes, nb, example, examples, ex, eg, tip, tips, tldr, source, sources, update, updates, edit',
  // German
  'hinweis, anmerkung, beispiel, beispiele, zb, tipp, quelle, quellen',
  // Spanish, Portuguese, Italian
  'nota, notas, ejemplo, ejemplos, exemplo, exemplos, esempio, esempi, fuente, fuentes, fonte, fontes, dica',
  // French
  'remarque, remarques, exemple, exemples, astuce',
  // Russian
  'примечание, пример, примеры, источник, источники',
  // Japanese and Chinese
  '例, 例子, 注, 注意, 備考, 备注, 出典, 来源',
);

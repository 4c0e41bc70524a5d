// unified as far as a parser of Markdown needs it: plugins add their extensions to one list, and remark-parse parses with
// them. The library also transforms and writes trees, over virtual files, which is another 12 kB that nobody calls.

export function unified() {
  const data = {};
  const processor = {
    data: (key) => (key === undefined ? data : data[key]),
    use(plugin, options) {
      if (Array.isArray(plugin)) for (const one of plugin) processor.use(one);
      else plugin.call(processor, options);
      return processor;
    },
    freeze: () => processor,
    parse: (text) => processor.parser(text),
  };
  return processor;
}

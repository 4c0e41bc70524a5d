// The parts in which an answer is shown step by step.

/** Blocks of a rendered answer in order; for a list, its items. */
export function answerParts(el: HTMLElement): readonly HTMLElement[] {
  return [...el.querySelectorAll<HTMLElement>(':scope > *')].flatMap((block) => {
    // Some versions of Obsidian wrap each block in its own div (`el-ul`).
    const items = block.querySelectorAll<HTMLElement>(
      ':scope:is(ul, ol) > li, :scope:is(.el-ul, .el-ol) > :is(ul, ol) > li',
    );
    return items.length > 0 ? [...items] : [block];
  });
}

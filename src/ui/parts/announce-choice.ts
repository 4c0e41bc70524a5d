// Announces a list below a field to screen readers: Obsidian marks the selected row only with a class, and the focus
// stays in the field.
import type { SuggestModal } from 'obsidian';
import { randomName } from './accessible-name.ts';

/** Names the list and announces the selected row on each change. Returns a function that stops it. */
export function tellChoice(modal: SuggestModal<unknown>, name: string): () => void {
  const { inputEl, modalEl, resultContainerEl } = modal;
  const id = `nf-choices-${randomName()}`;
  // Not with `aria-label`, which Obsidian shows as a tooltip.
  modalEl.createSpan({ cls: 'nf-unseen', text: name, attr: { id: `${id}-name` } });
  resultContainerEl.setAttrs({ id, 'aria-labelledby': `${id}-name` });
  inputEl.setAttrs({ role: 'combobox', 'aria-controls': id, 'aria-autocomplete': 'list' });
  const tell = (): void => {
    const rows = resultContainerEl.findAll('.suggestion-item');
    for (const [nth, row] of rows.entries()) {
      const isChosen = row.hasClass('is-selected');
      row.setAttrs({ id: `${id}-${nth}`, role: 'option', 'aria-selected': String(isChosen) });
    }
    // Without rows there is a sentence, which is announced when it appears.
    resultContainerEl.setAttr('role', rows.length > 0 ? 'listbox' : 'status');
    const chosen = rows.find((row) => row.hasClass('is-selected'));
    inputEl.setAttrs({
      'aria-expanded': String(rows.length > 0),
      'aria-activedescendant': chosen?.id ?? null,
    });
  };
  tell();
  const changes = new MutationObserver(tell);
  changes.observe(resultContainerEl, { childList: true, subtree: true, attributeFilter: ['class'] });
  return () => changes.disconnect();
}

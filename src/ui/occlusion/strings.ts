// Strings for boxes on pictures.

export const occlusionWords = {
  command: 'Occlude an image…',
  title: 'Image occlusion',
  picture: 'Image',
  hide: 'Hide',
  hideOne: 'One box at a time',
  hideAll: 'All boxes',
  box: (name: string) => `Box ${name}`,
  add: 'New box',
  label: 'Label',
  group: 'Group',
  delete: 'Delete',
  done: 'Done',
  help: 'Drag: draw. Arrows: move, Shift+arrows: resize, N: new, Space: select, Enter: label, G: group, Delete: delete.',
  tooSmall: 'Too small for a box.',
  none: 'No images here. PDF pages can’t be occluded.',
  missing: (name: string) => `“${name}” is missing or can’t be shown.`,
  shape: 'The image has a new shape. Do its boxes still fit?',
  keep: 'Keep boxes',
  deleteAll: 'Delete boxes',
};

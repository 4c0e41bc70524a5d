// The note types of an exported package. Anki updates a note only if its type has the same id, fields and templates as
// before: never change those. The last field of each is the link to our note.
import type { AnkiNote, AnkiNoteType } from '../collection.ts';

const context = '{{#Context}}<div class="context">{{Context}}</div>{{/Context}}';
const source = '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}';
const card = `.card { font-family: arial; font-size: 20px; color: black; background-color: white; }
.context, .source { font-size: 14px; opacity: 0.7; }
img { max-width: 100%; }
`;

export const basic: AnkiNoteType = {
  id: 1_764_460_800_001,
  name: 'Obsidian Basic',
  kind: 'standard',
  fields: ['Front', 'Back', 'Context', 'Source'],
  templates: [
    {
      name: 'Card 1',
      ordinal: 0,
      front: `${context}{{Front}}`,
      back: `{{FrontSide}}<hr id="answer">{{Back}}${source}`,
    },
  ],
  css: card,
};

export const cloze: AnkiNoteType = {
  id: 1_764_460_800_002,
  name: 'Obsidian Cloze',
  kind: 'cloze',
  fields: ['Text', 'Context', 'Source'],
  templates: [
    {
      name: 'Cloze',
      ordinal: 0,
      front: `${context}{{cloze:Text}}`,
      back: `${context}{{cloze:Text}}${source}`,
    },
  ],
  css: `${card}.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
`,
};

/** What the stock type needs; Anki draws the boxes. */
const picture = `{{#Header}}<div class="context">{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="err"></div>
<div id="image-occlusion-container">{{Image}}<canvas id="image-occlusion-canvas"></canvas></div>
<script>
try { anki.imageOcclusion.setup(); }
catch (error) { document.getElementById("err").textContent = error; }
</script>
`;

export const occlusion: AnkiNoteType = {
  id: 1_764_460_800_003,
  name: 'Obsidian Image Occlusion',
  kind: 'occlusion',
  fields: ['Occlusion', 'Image', 'Header', 'Back Extra', 'Comments'],
  templates: [
    {
      name: 'Image Occlusion',
      ordinal: 0,
      front: picture,
      back: `${picture}<div><button id="toggle">Toggle Masks</button></div>
{{#Back Extra}}<div>{{Back Extra}}</div>{{/Back Extra}}
{{#Comments}}<div class="source">{{Comments}}</div>{{/Comments}}
`,
    },
  ],
  css: `${card}#image-occlusion-canvas {
  --inactive-shape-color: #ffeba2;
  --active-shape-color: #ff8e8e;
  --inactive-shape-border: 1px #212121;
  --active-shape-border: 1px #212121;
  --highlight-shape-color: #ff8e8e00;
  --highlight-shape-border: 1px #ff8e8e;
}
`,
};

const ours: ReadonlySet<number> = new Set([basic.id, cloze.id, occlusion.id]);

/** One of our notes without what the export added for Anki's sake: the link, and the tags of note and source. */
export function withoutOrigin(note: AnkiNote): AnkiNote {
  if (!ours.has(note.noteTypeId)) return note;
  const fields = [...note.fields.slice(0, -1), ''];
  return { ...note, fields, tags: note.tags.filter((tag) => !/^(?:note|source)::/.test(tag)) };
}

// A LaTeX formula in a line of text: `\frac{\alpha}{2}` reads α/2. What has no sign of its own keeps its name.

/** In the order of Unicode; the one without a name is the sigma at the end of words. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho  sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const firstGreek = [0x391, 0x3b1] as const;

const signs = new Map(
  'times× cdot· div÷ pm± le≤ leq≤ ge≥ geq≥ ne≠ neq≠ approx≈ equiv≡ sim∼ propto∝ infty∞ sum∑ prod∏ int∫ partial∂ nabla∇ sqrt√ in∈ notin∉ subset⊂ subseteq⊆ cup∪ cap∩ emptyset∅ forall∀ exists∃ land∧ lor∨ neg¬ to→ mapsto↦ rightarrow→ leftarrow← Rightarrow⇒ leftrightarrow↔ iff⇔ implies⇒ dots… ldots… cdots… mid| vert| odot⊙ otimes⊗ oplus⊕ ellℓ langle⟨ rangle⟩ varepsilonε varphiφ top⊤'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

/** Say how something looks, not what it is. */
const looks =
  /^(?:text|math|operatorname|bold|display|over|under|hat|bar|tilde|vec|left|right|big|Big|limits|quad|qquad|begin|end)/;

function signOf(name: string): string {
  const sign = signs.get(name);
  if (sign !== undefined) return sign;
  const at = greek.indexOf(name.toLowerCase());
  if (at >= 0) return String.fromCodePoint(firstGreek[name === name.toLowerCase() ? 1 : 0] + at);
  return looks.test(name) ? '' : ` ${name} `;
}

/** In parentheses where the line would otherwise say something else. */
const part = (text: string): string => (/[+\-*/ ]./.test(text.trim()) ? `(${text.trim()})` : text.trim());

/** @param tex without the dollar signs */
export function texWords(tex: string): string {
  let text = tex.replace(/\\([,;:!> ]|\\|&)/g, ' ');
  // From the innermost braces outward; deeper ones are just dropped.
  for (let depth = 0; depth < 6; depth += 1) {
    text = text
      .replace(/\\[dt]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}/g, (_, over: string, under: string) => {
        return `${part(over)}/${part(under)}`;
      })
      .replace(
        /(\\sqrt|[_^])\{([^{}]*)\}/g,
        (_, sign: string, inner: string) => `${sign.length > 1 ? '√' : sign}${part(inner)}`,
      )
      .replace(/\\(?:begin|end)\{[^{}]*\}/g, ' ')
      .replace(/(\\(?![dt]?frac)[a-zA-Z]+)\s?\{([^{}]*)\}/g, '$1 $2');
  }
  return text
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => signOf(name))
    .replace(/\\(.)/g, '$1')
    .replace(/[{}&]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

// Draws a picture of the code: which part imports which, as a Mermaid diagram.
import { load, sources, type Module } from './imports.ts';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** `core/note` for src/core/note/x.ts, `app` for src/app/x.ts; null for anything outside src. */
function partOf(file: string): string | null {
  return /^src\/((?:core\/)?[^/.]+)/.exec(file)?.[1] ?? null;
}

function graphOf(modules: readonly Module[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of modules) {
    const part = partOf(file);
    if (part === null) continue;
    const to = graph.get(part) ?? new Set();
    graph.set(part, to);
    for (const target of imports.map(partOf)) if (target !== null && target !== part) to.add(target);
  }
  return graph;
}

/** All parts reachable from one, excluding itself. */
function reach(graph: Graph, from: string, found = new Set<string>()): ReadonlySet<string> {
  for (const next of graph.get(from) ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    reach(graph, next, found);
  }
  return found;
}

/** Leaves out arrows implied by the others; with them the diagram would be unreadable. */
function arrows(graph: Graph): readonly (readonly [string, string])[] {
  return [...graph].flatMap(([from, to]) =>
    [...to]
      .filter((one) => ![...to].some((other) => other !== one && reach(graph, other).has(one)))
      .map((one) => [from, one] as const),
  );
}

export function drawLayers(root: string): string {
  const graph = graphOf(sources(root, 'src').map((file) => load(root, file)));
  const isCore = (part: string): boolean => part.startsWith('core/');
  const name = (part: string): string => part.replace('core/', '');
  const parts = [...graph.keys()].sort();
  const lines = arrows(graph)
    .map(([from, to]) => `  ${name(from)} --> ${name(to)}`)
    .sort();
  return [
    '```mermaid',
    'flowchart TD',
    ...parts.filter((part) => !isCore(part)).map((part) => `  ${name(part)}`),
    '  subgraph core',
    ...parts.filter(isCore).map((part) => `    ${name(part)}`),
    '  end',
    ...lines,
    '```',
  ].join('\n');
}

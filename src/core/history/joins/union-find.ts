// Joins ids that are one card. A set's canonical id is its smallest, so it is the same on every device.

export class UnionFind {
  readonly #parents = new Map<string, string>();

  /** The canonical id for this one; the id itself if it was never joined. */
  find(id: string): string {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    // Halve the path for the next lookup.
    let at = id;
    for (let up = this.#parents.get(at); up !== undefined; up = this.#parents.get(at)) {
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA === rootB) return;
    if (rootA < rootB) this.#parents.set(rootB, rootA);
    else this.#parents.set(rootA, rootB);
  }

  /** Every id that is not its own root, with its root. */
  joined(): Map<string, string> {
    return new Map([...this.#parents.keys()].map((id) => [id, this.find(id)]));
  }
}

// Joins ids that are one card. The id that stands for a set is its smallest, so it is the same on every device.

export class UnionFind {
  private readonly parents = new Map<string, string>();

  /** The id that stands for this one; itself, if it was never joined. */
  find(id: string): string {
    let root = id;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    // Halve the way for the next question.
    let at = id;
    for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) {
      this.parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA === rootB) return;
    if (rootA < rootB) this.parents.set(rootB, rootA);
    else this.parents.set(rootA, rootB);
  }

  /** Every id that is not its own root, with its root. */
  joined(): Map<string, string> {
    return new Map([...this.parents.keys()].map((id) => [id, this.find(id)]));
  }
}

// The names of functions and words that main.js may shorten, kept in short-names.json: those that only our own code
// sees. A name stays in full if it is data anywhere, or if Obsidian, the DOM, a library, or code that looks it up by a
// text may see it.
//
// `npm run short-names` writes the list; a test finds names in it that may no longer be shortened.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** Where the list is. */
export const shortNamesFile = 'scripts/release/short-names.json';

/** Files whose types say what objects of somebody else have. */
const theirTypes = /\/editor-types\.ts$/;

/** Whether a type is written where a value is cast to it: it is somebody else's. */
function isInCast(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isStatement(at) && !ts.isSourceFile(at); at = at.parent)
    if (ts.isAsExpression(at) && ts.isTypeLiteralNode(node.parent)) return true;
  return false;
}

class Names {
  readonly own = new Set<string>();
  /** Names that something else may see. */
  readonly kept = new Set<string>();
  readonly #seen = new Set<ts.Type>();
  readonly #checker: ts.TypeChecker;
  readonly #ours: ReadonlySet<ts.SourceFile>;

  constructor(checker: ts.TypeChecker, ours: ReadonlySet<ts.SourceFile>) {
    this.#checker = checker;
    this.#ours = ours;
  }

  read(node: ts.Node): void {
    // Messages, options and words are looked up by texts such as “note/unreadNote”.
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const part of node.text.split(/[^\w$]+/)) this.kept.add(part);
    this.#declares(node);
    this.#uses(node);
    this.#readsForeign(node);
    ts.forEachChild(node, (child) => this.read(child));
  }

  #isOurs(symbol: ts.Symbol | undefined): boolean {
    const declarations = symbol?.declarations ?? [];
    return declarations.length > 0 && declarations.every((one) => this.#ours.has(one.getSourceFile()));
  }

  #declares(node: ts.Node): void {
    if (
      !ts.isPropertySignature(node) &&
      !ts.isMethodSignature(node) &&
      !ts.isPropertyDeclaration(node) &&
      !ts.isMethodDeclaration(node) &&
      !ts.isGetAccessor(node) &&
      !ts.isSetAccessor(node) &&
      !ts.isPropertyAssignment(node) &&
      !ts.isShorthandPropertyAssignment(node)
    )
      return;
    if (ts.isStringLiteralLike(node.name)) this.kept.add(node.name.text);
    if (!ts.isIdentifier(node.name)) return;
    if (theirTypes.test(node.getSourceFile().fileName) || isInCast(node)) this.kept.add(node.name.text);
    const { parent } = node;
    // Functions and words are no data: no file, cache or JSON has their names.
    const isWord =
      ts.isObjectLiteralExpression(parent) && node.getSourceFile().fileName.endsWith('strings.ts');
    if (isWord || this.#isCallable(node)) this.own.add(node.name.text);
    else this.kept.add(node.name.text);
    // Classes of Obsidian have members that its types do not name.
    if (ts.isClassLike(parent) && this.#isDerivedFromForeign(parent)) this.kept.add(node.name.text);
    if (ts.isObjectLiteralExpression(parent)) {
      const wanted = this.#checker.getContextualType(parent);
      this.#keepForeignIn(wanted, node.name.text);
    }
  }

  #isCallable(node: ts.Node): boolean {
    if (ts.isGetAccessor(node) || ts.isSetAccessor(node)) return true;
    const type = this.#checker.getTypeAtLocation(node).getNonNullableType();
    return type.getCallSignatures().length > 0;
  }

  #isDerivedFromForeign(node: ts.ClassLikeDeclaration): boolean {
    const clauses = node.heritageClauses ?? [];
    return clauses
      .flatMap(({ types }) => [...types])
      .some((base) => {
        const type = this.#checker.getTypeAtLocation(base);
        const all = [
          type,
          ...(type.getBaseTypes() ?? []),
          ...(type.getBaseTypes() ?? []).flatMap((one) => one.getBaseTypes() ?? []),
        ];
        return all.some((one) => !this.#isOurs(one.getSymbol()));
      });
  }

  #keepForeignIn(type: ts.Type | undefined, name: string): void {
    if (!type) return;
    const parts = type.isUnionOrIntersection() ? type.types : [type];
    for (const part of parts) {
      const property = part.getProperty(name);
      if (property && !this.#isOurs(property)) this.kept.add(name);
      if (!property && part.getStringIndexType()) this.kept.add(name);
    }
  }

  #uses(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
      // Of an index signature, of “any”, or of somebody else.
      if (!this.#isOurs(this.#checker.getSymbolAtLocation(node.name))) this.kept.add(node.name.text);
    } else if (ts.isObjectBindingPattern(node)) {
      const type = this.#checker.getTypeAtLocation(node);
      for (const { propertyName, name } of node.elements) {
        const key = propertyName ?? name;
        if (ts.isStringLiteralLike(key)) this.kept.add(key.text);
        if (!ts.isIdentifier(key)) continue;
        const property = type.getProperty(key.text);
        if (!property || !this.#isOurs(property)) this.kept.add(key.text);
      }
    } else if (ts.isElementAccessExpression(node)) {
      const key = this.#checker.getTypeAtLocation(node.argumentExpression);
      if (key.isStringLiteral()) this.kept.add(key.value);
      if ((key.flags & ts.TypeFlags.NumberLike) === 0)
        this.#keepAllOf(this.#checker.getTypeAtLocation(node.expression));
    } else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
      ts.isStringLiteralLike(node.left)
    )
      this.kept.add(node.left.text);
    else if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword)
      this.#keepAllOf(this.#checker.getTypeAtLocation(node.type));
    else if (ts.isMappedTypeNode(node)) this.#keepAllOf(this.#checker.getTypeAtLocation(node));
    else if (ts.isForInStatement(node)) this.#keepAllOf(this.#checker.getTypeAtLocation(node.expression));
  }

  #keepAllOf(type: ts.Type): void {
    const parts = type.isUnionOrIntersection() ? type.types : [type];
    for (const part of [...parts, type])
      for (const property of this.#checker.getPropertiesOfType(part)) this.kept.add(property.name);
    const constraint = type.getConstraint();
    if (constraint && constraint !== type) this.#keepAllOf(constraint);
  }

  /** Every name within a value that comes from outside. */
  #keepWithin(type: ts.Type): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    if (type.isUnionOrIntersection()) for (const one of type.types) this.#keepWithin(one);
    for (const one of this.#checker.getTypeArguments(type as ts.TypeReference)) this.#keepWithin(one);
    for (const one of type.aliasTypeArguments ?? []) this.#keepWithin(one);
    const index = type.getStringIndexType();
    if (index) this.#keepWithin(index);
    const constraint = type.getConstraint();
    if (constraint) this.#keepWithin(constraint);
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const [declaration] = property.declarations ?? [];
      if (!declaration || !this.#isOurs(property)) continue;
      this.kept.add(property.name);
      this.#keepWithin(this.#checker.getTypeOfSymbolAtLocation(property, declaration));
    }
  }

  /** Types under which somebody else's objects are used. */
  #readsForeign(node: ts.Node): void {
    // What was read from outside.
    if (ts.isAsExpression(node)) {
      const from = this.#checker.getTypeAtLocation(node.expression);
      if ((from.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0)
        this.#keepWithin(this.#checker.getTypeAtLocation(node));
    }
    if (ts.isTypePredicateNode(node) && node.type)
      this.#keepWithin(this.#checker.getTypeAtLocation(node.type));
  }
}

/** Names of properties in the libraries that are bundled, and texts that are names. */
async function libraryNames(): Promise<ReadonlySet<string>> {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    external: ['obsidian', '*.json?raw'],
    logLevel: 'silent',
  });
  const names = new Set<string>();
  for (const path of Object.keys(metafile.inputs).filter((one) => one.includes('node_modules/'))) {
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, name] of text.matchAll(/[.]\s*([A-Za-z_$][\w$]*)/g)) if (name) names.add(name);
    for (const [, name] of text.matchAll(/([A-Za-z_$][\w$]*)\s*:/g)) if (name) names.add(name);
    for (const [, name] of text.matchAll(/([A-Za-z_$][\w$]*)\s*(?=[,}\n(])/g)) if (name) names.add(name);
    for (const [, , name] of text.matchAll(/(['"`])([A-Za-z_$][\w$]*)\1/g)) if (name) names.add(name);
  }
  return names;
}

/** The names that may be shortened now. */
export async function namesToShorten(): Promise<readonly string[]> {
  const path = join(root, 'src/tsconfig.json');
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    join(root, 'src'),
  );
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false });
  const ours = new Set(
    program.getSourceFiles().filter(({ fileName }) => relative(root, fileName).startsWith('src/')),
  );
  const names = new Names(program.getTypeChecker(), ours);
  for (const file of ours) names.read(file);
  const libraries = await libraryNames();
  return [...names.own]
    .filter((name) => name.length > 3 && !names.kept.has(name) && !libraries.has(name))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = await namesToShorten();
  writeFileSync(join(root, shortNamesFile), `${JSON.stringify(names, null, 2)}\n`);
  console.error(`${names.length} names in ${shortNamesFile}`);
}

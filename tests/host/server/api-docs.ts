// Reads obsidian.d.ts: which classes and members the public API has, and since which version.
// From it the page knows what to refuse as "not implemented" and what an older app does not have.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

export interface MemberDoc {
  /** Version that brought it; absent where the documentation names none. */
  readonly since?: string;
  readonly optional: boolean;
  readonly static: boolean;
}

export interface ApiDocs {
  readonly classes: Readonly<Record<string, { since?: string; members: Record<string, MemberDoc> }>>;
  /** Functions, variables and enums. */
  readonly values: Readonly<Record<string, { since?: string }>>;
}

function since(node: ts.Node): { since?: string } {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'since');
  const version = /\d+\.\d+\.\d+/.exec(ts.getTextOfJSDocComment(tag?.comment) ?? '')?.[0];
  return version === undefined ? {} : { since: version };
}

const has = (node: ts.Node, kind: ts.ModifierSyntaxKind) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);

function members(node: ts.ClassDeclaration): Record<string, MemberDoc> {
  const found: Record<string, MemberDoc> = {};
  for (const member of node.members) {
    if (!member.name || !ts.isIdentifier(member.name)) continue;
    const optional = 'questionToken' in member && member.questionToken !== undefined;
    const doc = { ...since(member), optional, static: has(member, ts.SyntaxKind.StaticKeyword) };
    // Of several overloads the oldest counts.
    found[member.name.text] ??= doc;
  }
  return found;
}

export function readApiDocs(): ApiDocs {
  const path = createRequire(import.meta.url).resolve('obsidian/obsidian.d.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const classes: Record<string, { since?: string; members: Record<string, MemberDoc> }> = {};
  const values: Record<string, { since?: string }> = {};
  for (const statement of source.statements) {
    if (!has(statement, ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isClassDeclaration(statement) && statement.name) {
      classes[statement.name.text] = { ...since(statement), members: members(statement) };
    } else if (ts.isFunctionDeclaration(statement) && statement.name) {
      values[statement.name.text] ??= since(statement);
    } else if (ts.isEnumDeclaration(statement)) {
      values[statement.name.text] = since(statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) values[name.text] = since(statement);
      }
    }
  }
  return { classes, values };
}

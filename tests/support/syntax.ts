import ts from 'typescript';

const kinds = ts.SyntaxKind;

/** Syntax that is younger than ES2017, by the node that carries it. */
const young = new Map<ts.SyntaxKind, string>([
  [kinds.SpreadAssignment, 'object spread (2018)'],
  [kinds.BigIntLiteral, 'bigint (2020)'],
  [kinds.PropertyDeclaration, 'class field (2022)'],
  [kinds.PrivateIdentifier, 'private name (2022)'],
  [kinds.ClassStaticBlockDeclaration, 'static block (2022)'],
  [kinds.MetaProperty, 'import.meta or new.target (2020)'],
  [kinds.QuestionQuestionToken, '?? (2020)'],
  [kinds.QuestionDotToken, '?. (2020)'],
  [kinds.QuestionQuestionEqualsToken, '??= (2021)'],
  [kinds.BarBarEqualsToken, '||= (2021)'],
  [kinds.AmpersandAmpersandEqualsToken, '&&= (2021)'],
]);

/**
 * What a shipped script uses that is younger than ES2017, our floor's grammar; also anything that is not JavaScript at
 * all. `import()` is younger too, but both floor browsers have it, and it is how scripts are fetched on demand.
 */
export function youngSyntax(code: string): string[] {
  const file = ts.createSourceFile('shipped.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.Diagnostic[] };
  const found = new Set(parseDiagnostics.map(({ messageText }) => `not JavaScript: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`));
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    const name = young.get(node.kind) ?? special(node, isInFunction);
    if (name) found.add(name);
    node.forEachChild((child) => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(file, false);
  return [...found];
}

function special(node: ts.Node, isInFunction: boolean): string | undefined {
  if (ts.isBindingElement(node) && node.dotDotDotToken && ts.isObjectBindingPattern(node.parent)) return 'object rest (2018)';
  if (ts.isCatchClause(node) && !node.variableDeclaration) return 'catch without a name (2019)';
  if (ts.isForOfStatement(node) && node.awaitModifier) return 'for await (2018)';
  if (ts.isFunctionLike(node) && 'asteriskToken' in node && node.asteriskToken && ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async) return 'async generator (2018)';
  if (ts.isAwaitExpression(node) && !isInFunction) return 'await outside a function (2022)';
  if (ts.isNumericLiteral(node) && node.getText().includes('_')) return '1_000 (2021)';
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamespaceExport(node.exportClause)) return 'export * as (2020)';
  if (ts.isRegularExpressionLiteral(node) && isYoungPattern(node.text)) return `regular expression ${node.text} (2018 or later)`;
  return undefined;
}

/** Look-behind, named groups, `\p{…}` and the flags s, d and v. */
const isYoungPattern = (text: string): boolean => /\(\?<|\\[pP]\{/.test(text) || /[sdv]/.test(text.slice(text.lastIndexOf('/') + 1));

import type { Syntax } from './syntax.ts';

/** Names of Greek letters with the letters. */
const GREEK = new Map(
  (
    'alpha α,beta β,gamma γ,delta δ,epsilon ε,zeta ζ,eta η,theta θ,iota ι,kappa κ,lambda λ,mu μ,nu ν,xi ξ,rho ρ,' +
    'sigma σ,tau τ,upsilon υ,phi φ,chi χ,psi ψ,omega ω,Gamma Γ,Delta Δ,Theta Θ,Lambda Λ,Xi Ξ,Pi Π,Sigma Σ,' +
    'Upsilon Υ,Phi Φ,Psi Ψ,Omega Ω,pi π'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const RELATIONS = { '==': '=', '!=': '\\ne', '<': '<', '>': '>', '<=': '\\le', '>=': '\\ge' } as const;

function ofWord(word: string): string {
  if (GREEK.has(word)) return `\\${word}`;
  return word.length === 1 ? word : `\\mathrm{${word}}`;
}

/** The name without, and its index: trailing digits and what follows an underscore. */
function partsOf(name: string): [stem: string, index: string[]] {
  const [, stem = name, digits = '', rest = ''] = /^([^\d_]*)(\d*)_*(.*)$/.exec(name) ?? [];
  return [stem, [digits, rest].filter((part) => part !== '')];
}

/**
 * TeX of a name: Greek by name, trailing digits and what follows an underscore as a subscript.
 * `lambda1` is λ₁, `x_max` is x with the index "max".
 */
export function texOfName(name: string): string {
  const [stem, parts] = partsOf(name);
  const index = parts.map((part) => (/^\d+$/.test(part) ? part : ofWord(part)).replaceAll('_', '\\_'));
  return index.length === 0 ? ofWord(stem) : `${ofWord(stem)}_{${index.join(',')}}`;
}

/** The same in letters, for drawings: of `lambda1` λ and the index 1. */
export function lettersOfName(name: string): { readonly stem: string; readonly index: string } {
  const [stem, parts] = partsOf(name);
  const letter = GREEK.get(stem) ?? stem;
  return { stem: letter, index: parts.map((part) => GREEK.get(part) ?? part).join(',') };
}

/** A number as it was typed, with its power of ten written out. */
function ofNumber(text: string): string {
  const [mantissa, exponent] = text.toLowerCase().split('e');
  if (exponent === undefined) return text;
  const power = `10^{${Number(exponent)}}`;
  return mantissa === '1' ? power : `${mantissa} \\cdot ${power}`;
}

/** The piece without the parentheses around it, where a fraction or an exponent delimits it anyway. */
function bare(piece: Syntax): Syntax {
  let inner = piece;
  while (inner.kind === 'parentheses') inner = inner.args[0];
  return inner;
}

/** One line per case; a choice in the second case continues the list. */
function ofChoice(piece: Syntax, tex: (piece: Syntax) => string): string {
  const lines: string[] = [];
  let rest = piece;
  while (rest.kind === 'choice') {
    const [condition, then, otherwise] = rest.args;
    lines.push(`${tex(bare(then))} & \\text{if } ${tex(bare(condition))}`);
    rest = bare(otherwise);
  }
  lines.push(`${tex(rest)} & \\text{otherwise}`);
  return `\\begin{cases} ${lines.join(' \\\\ ')} \\end{cases}`;
}

function ofOperator(piece: Syntax & { kind: 'operator' }, tex: (piece: Syntax) => string): string {
  const [a, b] = piece.args;
  switch (piece.operator) {
    case '/':
      return `\\frac{${tex(bare(a))}}{${tex(bare(b))}}`;
    case '^':
      return `{${tex(a)}}^{${tex(bare(b))}}`;
    case '*':
      return `${tex(a)} ${piece.implicit ? '\\,' : '\\cdot'} ${tex(b)}`;
    case 'and':
      return `${tex(a)} \\land ${tex(b)}`;
    case 'or':
      return `${tex(a)} \\lor ${tex(b)}`;
    default:
      return `${tex(a)} ${piece.operator} ${tex(b)}`;
  }
}

function texOf(piece: Syntax, tex: (piece: Syntax) => string): string {
  switch (piece.kind) {
    case 'number':
      return ofNumber(piece.text);
    case 'name':
      return texOfName(piece.name);
    case 'parentheses':
      return `\\left(${tex(piece.args[0])}\\right)`;
    case 'sign':
      return `${piece.operator === 'not' ? '\\lnot ' : piece.operator}${tex(piece.args[0])}`;
    case 'operator':
      return ofOperator(piece, tex);
    case 'comparison':
      return piece.args
        .map((argument, i) => (i === 0 ? '' : ` ${RELATIONS[piece.operators[i - 1] as '<']} `) + tex(argument))
        .join('');
    case 'choice':
      return ofChoice(piece, tex);
    case 'call':
      return piece.row.tex(...piece.args.map((argument) => tex(bare(argument))));
  }
}

/**
 * TeX of a formula as one typed it.
 * @param syntax  arguments before what uses them, the whole formula last
 */
export function texOfSyntax(syntax: readonly Syntax[]): string {
  const known = new Map<Syntax, string>();
  for (const piece of syntax)
    known.set(
      piece,
      texOf(piece, (argument) => known.get(argument) as string),
    );
  return known.get(syntax.at(-1) as Syntax) as string;
}

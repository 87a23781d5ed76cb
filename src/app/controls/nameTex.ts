const GREEK = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi ' +
    'omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
);

/** TeX of a name in a formula: `x1` has an index, `lambda` is the letter, longer names stand upright. */
export function nameTex(name: string): string {
  const [, stem = name, , index = ''] = /^(.*?)(_?)(\d*)$/.exec(name) ?? [];
  const letter = GREEK.has(stem) ? `\\${stem}` : stem.length > 1 ? `\\mathrm{${stem.replaceAll('_', '\\_')}}` : stem;
  return index ? `${letter}_{${index}}` : letter;
}

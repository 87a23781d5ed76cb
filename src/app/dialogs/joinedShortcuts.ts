interface Shown {
  readonly shown: string;
  readonly meaning: string;
}

/**
 * The commands as the help lists them: keys of the same meaning in one line, and a run of numbered commands
 * ("1", "2", … for method 1, method 2, …) as "1 – 9".
 */
export function joinedShortcuts(
  shortcuts: readonly Shown[],
): readonly { readonly sign: string; readonly meaning: string }[] {
  const lines: { sign: string; meaning: string; key: string }[] = [];
  for (const { shown, meaning } of shortcuts) {
    const numbered = /^\d$/.test(shown) && meaning.includes(shown);
    const key = numbered ? meaning.replace(shown, '…') : meaning;
    const same = lines.find((line) => line.key === key);
    if (!same) lines.push({ sign: shown, meaning, key });
    else if (numbered) {
      same.sign = `${same.sign.charAt(0)} – ${shown}`;
      same.meaning = key.replace('…', `${same.sign.charAt(0)} … ${shown}`);
    } else same.sign = `${same.sign}, ${shown}`;
  }
  return lines;
}

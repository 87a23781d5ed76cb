/** The points between which the barrier is asked. One alone is kept as two in the same place, because a scenario asks for two or for none. */
export const endsOf = (between: readonly (readonly number[])[] | undefined): readonly (readonly number[])[] => {
  const [a, b] = between ?? [];
  return a && b && a.every((coordinate, i) => coordinate === b[i]) ? [a] : (between ?? []);
};

/** Path data of M and l commands with absolute coordinates, M and L, as one would write it by hand. */
export function absolutePath(d: string): string {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([Ml])(-?(?:\d+\.?\d*|\.\d+)) ?(-?(?:\d+\.?\d*|\.\d+))/g)]
    .map(([, command, first, second]) => {
      const [a, b] = [Math.round(Number(first) * 10), Math.round(Number(second) * 10)];
      [x, y] = command === 'M' ? [a, b] : [x + a, y + b];
      return `${command === 'M' ? 'M' : 'L'}${x / 10} ${y / 10}`;
    })
    .join('');
}

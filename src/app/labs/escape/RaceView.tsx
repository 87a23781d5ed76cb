/** The race. */
export function RaceView({ presenting }: { readonly presenting: boolean }) {
  return <p>{String(presenting)}</p>;
}

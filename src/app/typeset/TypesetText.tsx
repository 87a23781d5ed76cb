import { Fragment } from 'react';
import { Typeset } from './Typeset.tsx';

/** A text in which what stands between dollar signs is TeX. */
export function TypesetText({ text }: { readonly text: string }) {
  return text.split('$').map((piece, i) => (
    // The pieces of a text do not move.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={i}>{i % 2 === 1 ? <Typeset tex={piece} /> : piece}</Fragment>
  ));
}

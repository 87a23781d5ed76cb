/** How a segment of a path is drawn: colour, dash and word together, so that no reader depends on one of them. */
export interface SegmentLook {
  readonly colour: string;
  /** Over the landscape, where it stands on a dark casing. */
  readonly bright: string;
  /** SVG dash array in pixels at scale 1; empty for solid. */
  readonly dash: string;
  readonly name: string;
}

const UNCHECKED: SegmentLook = { colour: '#ffffff', bright: '#ffffff', dash: '2 4', name: 'not checked' };

/** By the state of a segment: not checked, accepted, rejected. */
const LOOKS: readonly SegmentLook[] = [
  UNCHECKED,
  { colour: '#009E73', bright: '#5df0a5', dash: '', name: 'inside the sublevel set' },
  { colour: '#D0341B', bright: '#ff6a45', dash: '7 4', name: 'rises above the level' },
];

/** The look of a segment in that state. */
export const segmentLook = (state: number): SegmentLook => LOOKS[state] ?? UNCHECKED;

/** The colour of a bead on its way down. */
export const FALLING = '#E69F00';

import { HIDDEN_COMPONENT } from '../core/topology/regionsBelow.ts';
import { areaColours } from './basinColours.ts';
import type { Rgb } from './colourScales.ts';

/** Of components that are hidden in the tree: no colour of the others. */
const HIDDEN: Rgb = [0xb4, 0xb9, 0xbe];

/** The colour of a component, by its lowest leaf's place in the merge tree; grey for `HIDDEN_COMPONENT`. */
export const componentRgb = (component: number): Rgb =>
  component === HIDDEN_COMPONENT ? HIDDEN : (areaColours[component % areaColours.length] as Rgb);

/** The same as CSS. */
export const componentColour = (component: number): string => `rgb(${componentRgb(component).join(' ')})`;

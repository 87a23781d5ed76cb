import { blend } from './blend.ts';
import { type Rgb, rgbOf } from './colourScales.ts';
import { type OutlineStroke, outlineParts } from './outlineParts.ts';
import { ink, paper, spuriousRed } from './palette.ts';
import { emptyRaster, type Raster, rasterise } from './rasterise.ts';
import type { SpaceMesh } from './spaceMesh.ts';
import type { Projection } from './spaceProjection.ts';

/** What is seen in space. */
export interface SpaceScene {
  readonly mesh: SpaceMesh;
  /** Parts of the mesh with a red outline. */
  readonly outlined: ReadonlySet<number>;
  /** What is shown before all others, which are pale then; null for nothing. */
  readonly lit: SpaceMesh | null;
}

const [PAPER, INK, RED] = [paper, ink, spuriousRed].map(rgbOf) as [Rgb, Rgb, Rgb];
/** The same lines as in the plane, in pixels at scale 1. */
const CASED: readonly OutlineStroke[] = [
  { colour: PAPER, width: 5 },
  { colour: RED, width: 2.6 },
];
const THIN: readonly OutlineStroke[] = [{ colour: RED, width: 1.4 }];
const LIT: readonly OutlineStroke[] = [
  { colour: PAPER, width: 6 },
  { colour: INK, width: 3 },
];
/** More parts than this are small, and casings would fill them. */
const MOST_CASED = 40;
/** How much is left of the others beside what is lit. */
const PALE = 0.35;

/** The picture of a scene. @param scale  of line widths */
export function paintSpace(scene: SpaceScene, project: Projection, width: number, height: number, scale = 1): Raster {
  const raster = emptyRaster(width, height);
  rasterise(raster, scene.mesh, project);
  const { outlined, lit } = scene;
  if (outlined.size > 0) {
    outlineParts(raster, (part) => outlined.has(part), scaled(outlined.size > MOST_CASED ? THIN : CASED, scale));
  }
  if (lit) layBefore(raster, lit, project, scale);
  return raster;
}

function layBefore(raster: Raster, lit: SpaceMesh, project: Projection, scale: number): void {
  const { width, height, pixels } = raster;
  const front = emptyRaster(width, height);
  rasterise(front, lit, project);
  outlineParts(front, () => true, scaled(LIT, scale));
  for (let at = 0; at < pixels.length; at += 4) {
    pixels[at + 3] = PALE * (pixels[at + 3] as number);
    const cover = (front.pixels[at + 3] as number) / 255;
    if (cover === 0) continue;
    const colour: Rgb = [front.pixels[at] as number, front.pixels[at + 1] as number, front.pixels[at + 2] as number];
    blend(pixels, at, colour, cover);
  }
}

const scaled = (strokes: readonly OutlineStroke[], scale: number): readonly OutlineStroke[] =>
  strokes.map(({ colour, width }) => ({ colour, width: width * scale }));

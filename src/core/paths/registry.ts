import { bezierCurve } from './bezierCurve.ts';
import { dynamicStringSampling } from './dynamicStringSampling.ts';
import { minimaxGrid } from './minimaxGrid.ts';
import { nudgedElasticBand } from './nudgedElasticBand.ts';
import type { PathMethod } from './PathMethod.ts';
import { straight } from './straight.ts';

/** Every path method, in the order in which menus, tables and documentation show them. */
export const pathMethods: readonly PathMethod[] = [
  dynamicStringSampling as PathMethod,
  straight,
  nudgedElasticBand as PathMethod,
  bezierCurve as PathMethod,
  minimaxGrid as PathMethod,
];

/** The path method of that id, or undefined where there is none. */
export function pathMethodById(id: string): PathMethod | undefined {
  return pathMethods.find((method) => method.id === id);
}

/** Interval per coordinate: `box[i] = [low, high]`, low < high. */
export type Box = readonly (readonly [number, number])[];

export type ParamValue = number | string | boolean | readonly string[] | Readonly<Record<string, number>> | Box;
export type Params = Readonly<Record<string, ParamValue>>;

/** What a default may depend on besides the other parameters. */
export interface ParamContext {
  /** Number of variables of the landscape that the parameters are used on. */
  readonly dimension: number;
}

/** A default that follows from other parameters unless the user overrides it. */
export interface DerivedDefault {
  /** The formula in TeX, shown beside the control. */
  readonly tex: string;
  /** Computes it from the values declared before it and the plain defaults of those after it. */
  readonly of: (values: Readonly<Record<string, number>>, context: ParamContext) => number;
}

interface ParamBase {
  /** Short name for the control, sentence case: "Step size". */
  readonly label: string;
  /** TeX of the symbol that the source uses: "\\eta". */
  readonly symbol: string;
  /** One sentence on what it does, with units or scale. */
  readonly meaning: string;
  /** The value of another parameter without which it has no effect; its control is shown with that only. */
  readonly onlyWith?: { readonly param: string; readonly value: string };
}

/** A real number in [min, max] (open at `min` when `minExcluded`). */
export interface NumberParam extends ParamBase {
  readonly kind: 'number';
  readonly default: number | DerivedDefault;
  readonly min: number;
  readonly max: number;
  readonly minExcluded?: true;
  /** Range and scale of the slider; typed values may leave it as far as [min, max]. */
  readonly slider: { readonly from: number; readonly to: number; readonly scale: 'linear' | 'log' };
}

/** A whole number in [min, max]. */
export interface IntegerParam extends ParamBase {
  readonly kind: 'integer';
  readonly default: number | DerivedDefault;
  readonly min: number;
  readonly max: number;
  readonly slider: { readonly from: number; readonly to: number; readonly scale: 'linear' | 'log' };
}

/** One of a closed list of words. */
export interface ChoiceParam extends ParamBase {
  readonly kind: 'choice';
  readonly default: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A typed formula (`expression`), its variable names, its named constants, and its visible box. */
export interface ExpressionParam extends ParamBase {
  readonly kind: 'expression';
  readonly default: string;
}
export interface NamesParam extends ParamBase {
  readonly kind: 'names';
  readonly default: readonly string[];
}
export interface ConstantsParam extends ParamBase {
  readonly kind: 'constants';
  readonly default: Readonly<Record<string, number>>;
}
export interface BoxParam extends ParamBase {
  readonly kind: 'box';
  /** The interval that every coordinate takes where the box is left out. */
  readonly default: readonly [number, number];
}

/**
 * A parameter, declared once: the control, the validation, the command line and the documentation follow from it.
 */
export type ParamSpec =
  | NumberParam
  | IntegerParam
  | ChoiceParam
  | ExpressionParam
  | NamesParam
  | ConstantsParam
  | BoxParam;

/** Specs by parameter name, in the order in which they are shown and resolved. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

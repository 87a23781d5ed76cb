// Elementary functions of the whole program, in AssemblyScript. All but erf are AssemblyScript's NativeMath, a port of
// musl's libm (the version is pinned by the lockfile), so that every engine computes the same bits. Compiled by
// src/tooling/libmPlugin.ts; src/core/libm.ts gives the exports to TypeScript and to formula modules.

export function sin(x: f64): f64 { return NativeMath.sin(x); }
export function cos(x: f64): f64 { return NativeMath.cos(x); }
export function tan(x: f64): f64 { return NativeMath.tan(x); }
export function asin(x: f64): f64 { return NativeMath.asin(x); }
export function acos(x: f64): f64 { return NativeMath.acos(x); }
export function atan(x: f64): f64 { return NativeMath.atan(x); }
export function atan2(y: f64, x: f64): f64 { return NativeMath.atan2(y, x); }
export function sinh(x: f64): f64 { return NativeMath.sinh(x); }
export function cosh(x: f64): f64 { return NativeMath.cosh(x); }
export function tanh(x: f64): f64 { return NativeMath.tanh(x); }
export function exp(x: f64): f64 { return NativeMath.exp(x); }
export function expm1(x: f64): f64 { return NativeMath.expm1(x); }
export function log(x: f64): f64 { return NativeMath.log(x); }
export function log2(x: f64): f64 { return NativeMath.log2(x); }
export function log10(x: f64): f64 { return NativeMath.log10(x); }
export function log1p(x: f64): f64 { return NativeMath.log1p(x); }
export function cbrt(x: f64): f64 { return NativeMath.cbrt(x); }
export function hypot(x: f64, y: f64): f64 { return NativeMath.hypot(x, y); }
export function pow(x: f64, y: f64): f64 { return NativeMath.pow(x, y); }

// erf: port of musl/src/math/erf.c, which is FreeBSD's s_erf.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
// business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
// notice is preserved. Where the original has 1 - 1e-300 (to raise "inexact"), this has 1.

/** erf(|x|) - |x| over |x| for |x| < 0.84375, as a rational function of z = x². */
function erfNearZero(z: f64): f64 {
  let r = -2.37630166566501626084e-05;
  r = -5.77027029648944159157e-03 + z * r;
  r = -2.84817495755985104766e-02 + z * r;
  r = -3.25042107247001499370e-01 + z * r;
  r = 1.28379167095512558561e-01 + z * r;
  let s = -3.96022827877536812320e-06;
  s = 1.32494738004321644526e-04 + z * s;
  s = 5.08130628187576562776e-03 + z * s;
  s = 6.50222499887672944485e-02 + z * s;
  s = 3.97917223959155352819e-01 + z * s;
  return r / (1.0 + z * s);
}

/** erf(1 + s) - 0.845062911510467529297 for 1 + s in [0.84375, 1.25). */
function erfNearOne(s: f64): f64 {
  let p = -2.16637559486879084300e-03;
  p = 3.54783043256182359371e-02 + s * p;
  p = -1.10894694282396677476e-01 + s * p;
  p = 3.18346619901161753674e-01 + s * p;
  p = -3.72207876035701323847e-01 + s * p;
  p = 4.14856118683748331666e-01 + s * p;
  p = -2.36211856075265944077e-03 + s * p;
  let q = 1.19844998467991074170e-02;
  q = 1.36370839120290507362e-02 + s * q;
  q = 1.26171219808761642112e-01 + s * q;
  q = 7.18286544141962662868e-02 + s * q;
  q = 5.40397917702171048937e-01 + s * q;
  q = 1.06420880400844228286e-01 + s * q;
  return p / (1.0 + s * q);
}

/** The correction R/S in erfc(x) = exp(-x² - 0.5625 + R/S) / x for x in [1.25, 1/0.35), with s = 1/x². */
function erfcMiddle(s: f64): f64 {
  let r = -9.81432934416914548592e+00;
  r = -8.12874355063065934246e+01 + s * r;
  r = -1.84605092906711035994e+02 + s * r;
  r = -1.62396669462573470355e+02 + s * r;
  r = -6.23753324503260060396e+01 + s * r;
  r = -1.05586262253232909814e+01 + s * r;
  r = -6.93858572707181764372e-01 + s * r;
  r = -9.86494403484714822705e-03 + s * r;
  let t = -6.04244152148580987438e-02;
  t = 6.57024977031928170135e+00 + s * t;
  t = 1.08635005541779435134e+02 + s * t;
  t = 4.29008140027567833386e+02 + s * t;
  t = 6.45387271733267880336e+02 + s * t;
  t = 4.34565877475229228821e+02 + s * t;
  t = 1.37657754143519042600e+02 + s * t;
  t = 1.96512716674392571292e+01 + s * t;
  return r / (1.0 + s * t);
}

/** The same for x in [1/0.35, 6). */
function erfcTail(s: f64): f64 {
  let r = -4.83519191608651397019e+02;
  r = -1.02509513161107724954e+03 + s * r;
  r = -6.37566443368389627722e+02 + s * r;
  r = -1.60636384855821916062e+02 + s * r;
  r = -1.77579549177547519889e+01 + s * r;
  r = -7.99283237680523006574e-01 + s * r;
  r = -9.86494292470009928597e-03 + s * r;
  let t = -2.24409524465858183362e+01;
  t = 4.74528541206955367215e+02 + s * t;
  t = 2.55305040643316442583e+03 + s * t;
  t = 3.19985821950859553908e+03 + s * t;
  t = 1.53672958608443695994e+03 + s * t;
  t = 3.25792512996573918826e+02 + s * t;
  t = 3.03380607434824582924e+01 + s * t;
  return r / (1.0 + s * t);
}

export function erf(x: f64): f64 {
  if (x != x) return x;
  const a = abs<f64>(x);
  if (a < 0.84375) {
    if (a < 2.2250738585072014e-308) return 0.125 * (8.0 * x + 1.02703333676410069053e+00 * x);
    if (a < 3.7252902984619140625e-9) return x + 1.28379167095512586316e-01 * x;
    return x + x * erfNearZero(x * x);
  }
  if (a < 1.25) return copysign<f64>(8.45062911510467529297e-01 + erfNearOne(a - 1.0), x);
  if (a >= 6.0) return copysign<f64>(1.0, x);
  const s = 1.0 / (a * a);
  const correction = a < 2.857142857142857 ? erfcMiddle(s) : erfcTail(s);
  // The square of `z` is exact because its low word is zero.
  const z = reinterpret<f64>(reinterpret<u64>(a) & 0xffffffff00000000);
  const r = NativeMath.exp(-z * z - 0.5625) * NativeMath.exp((z - a) * (z + a) + correction);
  return copysign<f64>(1.0 - r / a, x);
}

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { LIMITS } from './limits.ts';
import { type ParseResult, parseScenario } from './parse.ts';
import { problemAt } from './problems.ts';
import type { Scenario } from './types.ts';

/** How the fragment is packed; independent of the scenario's own version. A new packing takes the next number. */
const PACKING = '1';

/** Characters of a fragment; no scenario within the limits comes near. */
const MAX_FRAGMENT = 2_000_000;

/** Bytes after unpacking: every character of the longest text may take three. */
const MAX_BYTES = 3 * LIMITS.textLength;

/** Bytes unpacked at a time: one of them cannot grow by more than a factor of about a thousand. */
const CHUNK = 1024;

/**
 * The fragment of a link to this scenario, without the `#`: packing number, checksum, and the JSON text deflated in
 * base64url, joined by points. The same scenario always gives the same fragment.
 */
export function encodeLink(scenario: Scenario): string {
  const packed = toBase64Url(deflateSync(strToU8(JSON.stringify(scenario)), { level: 9 }));
  return `${PACKING}.${checksum(packed)}.${packed}`;
}

/**
 * Opens the fragment of a link, with or without its `#`. A damaged, cut, oversized or foreign one is one problem; the
 * scenario inside is checked like any other.
 */
export function decodeLink(fragment: string): ParseResult {
  const unpacked = decodeLinkText(fragment);
  return unpacked.ok ? parseScenario(unpacked.text) : unpacked;
}

export type LinkText = { readonly ok: true; readonly text: string } | Failure;
type Failure = Extract<ParseResult, { readonly ok: false }>;

/** The scenario's text that a fragment holds, or the one problem that it has; the text is not looked at. */
export function decodeLinkText(fragment: string): LinkText {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text === '') return failure('The link holds no scenario.');
  if (text.length > MAX_FRAGMENT) {
    return failure(`The link is too long: ${text.length} characters; at most ${MAX_FRAGMENT}.`);
  }
  const [packing = '', sum, packed, ...rest] = text.split('.');
  if (/^\d{1,9}$/.test(packing) && Number(packing) > Number(PACKING)) {
    return failure('The link was made by a newer Sublevel; reload the page or update the program.');
  }
  if (packing !== PACKING || sum === undefined || packed === undefined || rest.length > 0) {
    return failure('This is not a link to a scenario; it should begin with "1." after the #.');
  }
  if (checksum(packed) !== sum) {
    return failure('The link is damaged: characters are missing or changed. Copy it again, whole.');
  }
  return unpack(packed);
}

function unpack(packed: string): LinkText {
  try {
    return { ok: true, text: strFromU8(inflateBounded(fromBase64Url(packed))) };
  } catch (error) {
    if (error instanceof TooLarge) return failure(`The link unpacks to more than ${MAX_BYTES} bytes, and is refused.`);
    return failure('The link cannot be unpacked. Copy it again, whole.');
  }
}

function failure(message: string): Failure {
  return { ok: false, problems: [problemAt([], message)] };
}

class TooLarge extends Error {}

/** @throws TooLarge as soon as the output passes the limit; an error of fflate's for bytes that are not deflated */
function inflateBounded(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size > MAX_BYTES) throw new TooLarge();
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
    inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** FNV-1a, 32 bits, in base 36: finds what mail programs cut off or change. */
function checksum(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

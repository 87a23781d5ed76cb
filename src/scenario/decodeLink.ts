import { Inflate, strFromU8 } from 'fflate';
import { checksum, PACKING } from './encodeLink.ts';
import { LIMITS } from './limits.ts';
import { type ParseResult, parseScenario } from './parse.ts';
import { problemAt } from './problems.ts';

/** Characters of a fragment; no scenario within the limits comes near. */
const MAX_FRAGMENT = 2_000_000;

/** Bytes after unpacking: every character of the longest text may take three. */
const MAX_BYTES = 3 * LIMITS.textLength;

/** Bytes unpacked at a time: one of them cannot grow by more than a factor of about a thousand. */
const CHUNK = 1024;

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

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

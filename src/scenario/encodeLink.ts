import { deflateSync, strToU8 } from 'fflate';
import type { Scenario } from './types.ts';

/** How the fragment is packed; independent of the scenario's own version. A new packing takes the next number. */
export const PACKING = '1';

/**
 * The fragment of a link to this scenario, without the `#`: packing number, checksum, and the JSON text deflated in
 * base64url, joined by points. The same scenario always gives the same fragment.
 */
export function encodeLink(scenario: Scenario): string {
  const packed = toBase64Url(deflateSync(strToU8(JSON.stringify(scenario)), { level: 9 }));
  return `${PACKING}.${checksum(packed)}.${packed}`;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** FNV-1a, 32 bits, in base 36: finds what mail programs cut off or change. */
export function checksum(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

import type { Plugin } from 'vite';

/** Keeps of KaTeX's three copies of each font the one that every current browser reads. */
export function modernFonts(): Plugin {
  return {
    name: 'modern-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/katex(\.min)?\.css/ },
      handler: (code) => ({
        code: code.replace(/,\s*url\([^)]*\)\s*format\(["'](woff|truetype)["']\)/g, ''),
        map: null,
      }),
    },
  };
}

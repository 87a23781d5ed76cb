import type { Plugin } from 'vite';

/**
 * Lets the development server's inline script and socket through the page's content security policy.
 * The built page keeps the policy of `index.html` as it stands.
 */
export function developmentPolicy(): Plugin {
  return {
    name: 'development-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}

import './mantineStyles.ts';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { colorScheme, cssVariables, mantineTheme, type ThemeName } from './theme.ts';

/** Mantine and the page's own variables in one of the three looks, which the root element names as `data-theme`. */
export function ThemeProvider({ name, children }: { readonly name: ThemeName; readonly children: ReactNode }) {
  const resolver = useMemo(() => cssVariables(name), [name]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = name;
  }, [name]);
  return (
    <MantineProvider theme={mantineTheme} cssVariablesResolver={resolver} forceColorScheme={colorScheme(name)}>
      {children}
    </MantineProvider>
  );
}

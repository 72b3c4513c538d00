import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { readableColours, theme } from './src/theme.ts';

/**
 * Mantine writes its theme variables into a <style> tag when it starts, which a Content-Security-Policy of
 * `style-src 'self'` refuses. The theme is known at build time, so it is printed into the style sheet instead.
 */
function themeStyleSheet(): Plugin {
  const id = 'virtual:mantine-theme.css';
  return {
    name: 'elchin-theme-style-sheet',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
      const light = { ...variables.light, ...readableColours };
      return convertCssVariables({ variables: variables.variables, light, dark: {} }, ':root');
    },
  };
}

const api = process.env['ELCHIN_API'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), themeStyleSheet()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Small files would otherwise be written into the page as data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/graphql': api, '/files': api } },
  test: { environment: 'jsdom', include: ['src/**/*.spec.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0]);

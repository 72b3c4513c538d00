import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';
import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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

/** Writes each text file compressed beside it, so that the server sends it so without compressing at every request. */
function compressedBeside(): Plugin {
  return {
    name: 'elchin-compressed-beside',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const whole = readFileSync(join(dir, name));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(whole, { level: 9 }));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(whole));
      }
    },
  };
}

const api = process.env['ELCHIN_API'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), themeStyleSheet(), compressedBeside()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Small files would otherwise be written into the page as data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/graphql': api, '/files': api } },
  test: { environment: 'jsdom', include: ['src/**/*.spec.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0]);

import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Lapis: the blue of the register, from paper tint to the header's ground. */
const lapis: MantineColorsTuple = [
  '#eef4fa',
  '#dbe7f3',
  '#b6cde4',
  '#8db1d4',
  '#6a98c5',
  '#4f84b8',
  '#356ea6',
  '#1f5a93',
  '#174a7d',
  '#12355b',
];

export const fontStack =
  "'Segoe UI', 'Noto Sans', 'Helvetica Neue', Roboto, system-ui, -apple-system, Arial, sans-serif";

export const theme = createTheme({
  colors: { lapis },
  primaryColor: 'lapis',
  primaryShade: 8,
  fontFamily: fontStack,
  headings: { fontFamily: fontStack, fontWeight: '650' },
  defaultRadius: 'sm',
  focusRing: 'always',
  respectReducedMotion: true,
  autoContrast: true,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
});

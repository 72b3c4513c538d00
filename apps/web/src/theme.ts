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

const fontStack =
  "'Segoe UI', 'Noto Sans', 'Helvetica Neue', Roboto, system-ui, -apple-system, Arial, sans-serif";

/** Mantine's own greys and red are too faint on paper: these have a contrast of at least 4.5 to 1. */
export const readableColours = {
  '--mantine-color-dimmed': '#46525f',
  '--mantine-color-placeholder': '#5d6873',
  '--mantine-color-error': '#9b1c1c',
  '--mantine-color-text': '#17212c',
  '--mantine-color-body': '#ffffff',
};

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

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/index.ts';
import { startI18n } from './i18n/setup.ts';
import { router } from './router.tsx';
import { queryClient } from './session/answers.ts';
import { takePlainDrafts } from './session/drafts.ts';
import { watchSession } from './session/session.ts';
import { theme } from './theme.ts';

async function start(): Promise<void> {
  takePlainDrafts();
  watchSession();
  await startI18n();
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();

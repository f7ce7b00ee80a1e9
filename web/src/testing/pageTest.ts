import { cleanup } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { test as base } from 'vitest';
import { inWorkspace } from './inWorkspace';

/** A test inside of a workspace of its own, at a fake server, with somebody who clicks and types. */
export const test = base
  .extend('user', () => userEvent.setup())
  .extend('page', async ({ onTestFinished }) => {
    const page = await inWorkspace();
    onTestFinished(async () => {
      cleanup();
      await page.close();
    });
    return page;
  });

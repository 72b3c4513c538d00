import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type Props = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

function AnchorButton(props: Props): ReactNode {
  return <Button component="a" {...props} />;
}

/** A link that looks like a button: for going somewhere, where a button would be for doing something. */
export const LinkButton = createLink(AnchorButton);

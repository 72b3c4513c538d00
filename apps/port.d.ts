/** Nobody can listen there; the message says why and what to do. */
export class PortUnusable extends Error {}

/**
 * Looks whether the port is free; 0 is any that is.
 * @throws PortUnusable
 */
export function checkPort(host: string, port: number, name?: string): Promise<void>;

/** What the operator can do about a system's refusal to listen. */
export function sentenceOf(error: NodeJS.ErrnoException, host: string, port: number, name?: string): string;

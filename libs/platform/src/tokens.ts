/** Under these names Nest hands out what the app decided for all rooms. */
export const CONFIG = Symbol('elchin:config');
export const LOG = Symbol('elchin:log');

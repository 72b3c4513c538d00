/** Bounds of one import. Each exists so that a mistake, or an attack, is answered instead of filling the machine. */
export interface ImportLimits {
  /** Size of a file, bytes. */
  bytes: number;
  /** Rows of data in a file. */
  rows: number;
  /** Length of one row, bytes: a quote that is never closed would otherwise swallow the file. */
  rowBytes: number;
  /** Length of one value, characters. */
  valueLength: number;
}

export const LIMITS: ImportLimits = {
  bytes: 200 * 1024 * 1024,
  rows: 2_000_000,
  rowBytes: 64 * 1024,
  valueLength: 500,
};

/** Uploaded files are swept after this time, imported or not. */
export const UPLOAD_HOURS = 24;

/** All uploads together, bytes. */
export const UPLOADS_TOTAL = 2 * 1024 * 1024 * 1024;

/** Bad input: says where (a JSON pointer into the file, or a CSV line) and what to do about it. */
export class ModelError extends Error {
  /**
   * @param place JSON pointer such as `/tables/0/cells/3/value`, or `line 4` for CSV
   * @param problem what is wrong and what to do, in one or two plain sentences
   */
  constructor(
    readonly place: string,
    readonly problem: string,
  ) {
    super(`${place || '/'}: ${problem}`);
    this.name = 'ModelError';
  }
}

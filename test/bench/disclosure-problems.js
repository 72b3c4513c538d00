import { consularPlan, generateProblem } from '#disclosure';

/** Time limits in seconds that the design states its figures for. */
const LIMITS = { small: 5, table: 60, linked: 60, large: 600, huge: 3600 };

/** Problems by name; the seed changes only those that are generated. */
export function problems(name, seed) {
  if (name === 'published') return published();
  const json = generateProblem(consularPlan(name, seed));
  return [{ name: `${name} (seed ${seed})`, json, seconds: LIMITS[name], redesign: 'large' }];
}

/** Examples of other tools' documents that are small enough to be set down here, with their source. */
function published() {
  return [
    {
      // M. Fischetti, J.-J. Salazar: "Solving the Cell Suppression Problem on Tabular Data with Linear Constraints"
      // (Management Science 47, 2001), introductory example, investment by activity (I-III) and region (A-C): the
      // first figure's numbers, read as counts under our rule with k = 9, so that only the 8 is small. (Their rule and their
      // sensitive cell are others: the number of cells hidden is not to be compared with theirs.)
      name: 'activity × region (Fischetti and Salazar)',
      json: crossTable(
        ['A', 'B', 'C'],
        ['I', 'II', 'III'],
        [
          [20, 50, 10],
          [8, 19, 22],
          [17, 32, 12],
        ],
        9,
      ),
      seconds: 5,
    },
  ];
}

function crossTable(columns, rows, counts, threshold) {
  const dimension = (name, codes) => ({
    name,
    codes: ['Total', ...codes],
    parents: Object.fromEntries(codes.map((code) => [code, 'Total'])),
  });
  return {
    threshold,
    protection: threshold - 1,
    zeros: 'published',
    dimensions: [dimension('row', rows), dimension('column', columns)],
    trueCells: rows.flatMap((row, r) =>
      columns.map((column, c) => ({ key: [row, column], value: counts[r][c] })),
    ),
  };
}

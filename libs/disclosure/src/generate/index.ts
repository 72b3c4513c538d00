export { generateProblem, type DimensionPlan, type GeneratedProblem, type ProblemPlan } from './problem.js';
export { consularPlan, type ConsularSize } from './consular.js';
export { SeededRandom } from './random.js';

export { generateProblem, type DimensionPlan, type GeneratedProblem, type ProblemPlan } from './problem.js';
export { consularPlan, type ConsularSize } from './consular.js';
export { Register, type GeneratedRelease, type RegisterPlan } from './register.js';
export { SeededRandom } from './random.js';

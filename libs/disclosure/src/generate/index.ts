export { generateProblem } from './problem.js';
export { consularPlan } from './consular.js';
export { Register, type GeneratedRelease } from './register.js';

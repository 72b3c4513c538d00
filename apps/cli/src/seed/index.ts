export { DemoInside, refuseDemo } from './demo-inside.js';
export { DEMO_PASSWORD, demoStaff } from './demo-staff.js';
export { seedDemo, type SeedReport } from './seed-demo.js';
export { seedWhenEmpty } from './seed-when-empty.js';

export { Job } from './job.js';
export { Jobs } from './jobs.service.js';
export { type FailureReason } from './reasons.rules.js';
export { dropJob, type JobSeen, listJobs, retryJob } from './stuck-jobs.js';
export { type JobPayload, NotYet } from './task.js';

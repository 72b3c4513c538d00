export { Job } from './job.js';
export { Jobs } from './jobs.service.js';
export { type FailureReason, reasonOf } from './reasons.rules.js';
export { dropJob, type JobSeen, listJobs, retryJob } from './stuck-jobs.js';
export { type JobOrder, type JobPayload, NotYet, type Task } from './task.js';

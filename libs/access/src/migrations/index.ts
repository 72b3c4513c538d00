import { CreateStaffAndSessions1795200000000 } from './202611221930-create-staff-and-sessions.js';

export const accessMigrations = [CreateStaffAndSessions1795200000000];

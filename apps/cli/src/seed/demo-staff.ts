import type { DemoStaff } from './demo-case.js';
import { stableId } from './random.js';

/** Of every demo sign-in. Stands in the open on purpose: the demo people exist only where demo data were asked for. */
export const DEMO_PASSWORD = 'elchin-demo-2026';

const staff = (
  email: string,
  name: string,
  role: DemoStaff['role'],
  missionId: string | null,
): DemoStaff => ({
  id: stableId('elchin-demo', `staff/${email}`),
  email,
  name,
  role,
  missionId,
});

const bolormaa = staff('bolormaa@seoul.elchin.example', 'Болормаа', 'OFFICER', 'SEL');
const ganbold = staff('ganbold@seoul.elchin.example', 'Ганболд', 'HEAD_OF_MISSION', 'SEL');
const tuul = staff('tuul@prague.elchin.example', 'Туул', 'OFFICER', 'PRG');
const enkhjargal = staff('enkhjargal@mfa.elchin.example', 'Энхжаргал', 'CONSULAR_OFFICER', 'ULN');

export const demoStaff: readonly DemoStaff[] = [
  bolormaa,
  ganbold,
  tuul,
  enkhjargal,
  staff('jisheebayar@mfa.elchin.example', 'Жишээбаяр', 'HEAD_OF_DEPARTMENT', 'ULN'),
  staff('admin@elchin.example', 'Админ', 'ADMINISTRATOR', null),
  staff('auditor@elchin.example', 'Аудитор', 'AUDITOR', null),
  staff('analyst@mfa.elchin.example', 'Шинжээч', 'ANALYST', null),
];

/** Who works on the cases of a mission: its officer, or the consular department where the demo has none. */
export function officerOf(missionId: string): DemoStaff {
  return [bolormaa, tuul].find((person) => person.missionId === missionId) ?? enkhjargal;
}

/** Who closes and reopens there. */
export function supervisorOf(missionId: string): DemoStaff {
  return missionId === 'SEL' ? ganbold : enkhjargal;
}

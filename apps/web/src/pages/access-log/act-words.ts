/** Names of acts in the access log, and the words for them. What has none here is shown by its name. */
const acts = {
  'cases.worklist': 'log.act.casesWorklist',
  'cases.read': 'log.act.casesRead',
  'cases.search': 'log.act.casesSearch',
  'cases.file': 'log.act.casesFile',
  'cases.note': 'log.act.casesNote',
  'cases.amend': 'log.act.casesAmend',
  'cases.status': 'log.act.casesStatus',
  'cases.close': 'log.act.casesClose',
  'cases.reopen': 'log.act.casesReopen',
  'cases.import': 'log.act.casesImport',
  'statistics.read': 'log.act.statisticsRead',
  'statistics.cases': 'log.act.statisticsCases',
  'staff.read': 'log.act.staffRead',
  'staff.write': 'log.act.staffWrite',
  'staff.rights': 'log.act.rightsChanged',
  'rights.approve': 'log.act.rightsApprove',
  'log.read': 'log.act.logRead',
  'log.export': 'log.act.logExport',
  'me.security': 'log.act.meSecurity',
  'me.write': 'log.act.meWrite',
  'me.password': 'log.act.mePassword',
  'me.factor': 'log.act.meFactor',
  'me.sessions': 'log.act.meSessions',
  'reference.read': 'log.act.referenceRead',
  'signin.done': 'log.act.signinDone',
  'signin.failed': 'log.act.signinFailed',
  'signout.done': 'log.act.signoutDone',
  'invite.used': 'log.act.inviteUsed',
  'operator.createHead': 'log.act.operatorCreateHead',
  'operator.invite': 'log.act.operatorInvite',
  'operator.createAdmin': 'log.act.operatorCreateAdmin',
  'operator.disableDemo': 'log.act.operatorDisableDemo',
  'operator.import': 'log.act.operatorImport',
  'operator.seedDemo': 'log.act.operatorSeedDemo',
} as const;

type ActWords = (typeof acts)[keyof typeof acts];

/** The words for an act as the log names it, e.g. `cases.read`. */
export function actWords(operation: string): ActWords | null {
  return Object.hasOwn(acts, operation) ? acts[operation as keyof typeof acts] : null;
}

/** The acts that there are words for. */
export const actNames: readonly string[] = Object.keys(acts);

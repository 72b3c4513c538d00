// The street, as a program. Rooms in the order in which they may be imported: each only from rooms before it.
const street = ['platform', 'reference', 'access', 'cases', 'statistics', 'disclosure', 'releases', 'policy'];

const oneWay = street.slice(0, -1).map((room, at) => ({
  name: `one-way-${room}`,
  comment: `${room} may import only rooms before it on the street.`,
  severity: 'error',
  from: { path: `^libs/${room}/` },
  to: { path: `^libs/(${street.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'front-door',
      comment: 'A room is entered only by its index, its api/index or its testing/index.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/(api/|testing/)?index\\.ts$'] },
    },
    {
      name: 'front-door-from-outside',
      comment:
        "Apps and tests too enter a room by its doors. The launcher alone takes PostgreSQL's starter past them: the door would load all the rest first.",
      severity: 'error',
      from: { path: '^(apps|test)/', pathNot: ['^apps/api/src/launch\\.ts$', '^test/mutation/rooms/'] },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/src/(api/|testing/)?index\\.ts$' },
    },
    {
      name: 'testing-door-only-for-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['\\.(spec|e2e)\\.ts$', '/src/testing/'] },
      to: { path: '^libs/[^/]+/src/testing/' },
    },
    {
      name: 'libs-know-no-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-knows-no-lib',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(api|cli)/src)/' },
    },
    {
      name: 'office-knows-no-graphql',
      comment: 'Only the counter (src/api) speaks GraphQL; jest specs of the counter live beside it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/[^/]+/src/api/'] },
      to: { path: 'node_modules/(@nestjs/graphql|@nestjs/apollo|@apollo/server|graphql)/' },
    },
    {
      name: 'pure-rules',
      comment: 'Rules and lifecycles are pure: no Nest, no TypeORM, no GraphQL.',
      severity: 'error',
      from: { path: '^libs/.*\\.(lifecycle|rules)\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|graphql|@apollo)/' },
    },
    {
      name: 'disclosure-is-pure',
      severity: 'error',
      from: { path: '^libs/disclosure/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!disclosure)', 'node_modules/(@nestjs|typeorm|pg|graphql|@apollo)/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    // The doors (#cases, #cases/api …) as paths, since the checker does not follow package.json's imports to sources.
    tsConfig: { fileName: '.dependency-cruiser.tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/web/dist)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};

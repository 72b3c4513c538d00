import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { attack, ledgerWith, NothingSafe, parseProblem, parsePublished, protect, TooFine } from '#disclosure';

const FILE = resolve(import.meta.dirname, '../../libs/cases/src/import/fixtures/us-2002-2012.csv');

/** World regions by ISO 3166-1 alpha-3 code; codes that are in none stand under "Elsewhere". */
const REGIONS = {
  Africa:
    'AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA REU RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE',
  Americas:
    'ABW AIA ANT ARG ATG BES BHS BLM BLZ BMU BOL BRA BRB CAN CHL COL CRI CUB CUW CYM DMA DOM ECU FLK GLP GRD GRL GTM GUF GUY HND HTI JAM KNA LCA MAF MEX MSR MTQ NIC PAN PER PRY SLV SUR SXM TCA TTO URY VCT VEN VGB',
  Asia: 'AFG ARM AZE BGD BRN BTN CHN CYP GEO HKG IDN IND JPN KAZ KGZ KHM KOR LAO LKA MAC MDV MMR MNG MYS NPL PAK PHL PRK SGP THA TJK TKM TLS TWN UZB VNM',
  Europe:
    'ALB AND AUT BEL BGR BIH BLR CHE CZE DEU DNK ESP EST FIN FRA FRO GBR GIB GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TUR UKR VAT XKX',
  'Middle East': 'ARE BHR IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR YEM',
  Oceania: 'ASM AUS COK FJI FSM GUM KIR MHL MNP NCL NRU NZL PLW PNG PYF SLB TON TUV VUT WSM',
};
const regionOf = new Map(
  Object.entries(REGIONS).flatMap(([region, codes]) => codes.split(' ').map((code) => [code, region])),
);

/** The countries that the tables name, each with some twenty deaths a year or more; the others of a region are counted together. */
const NAMED = 'MEX CRI HTI DOM THA DEU IRQ'.split(' ');

/** Causes as the tables group them, by how the record's own words begin. */
const CAUSES = [
  ['Traffic', /^(Vehicle|Train)/],
  ['Drowning', /^Drowning/],
  ['Homicide or terror', /^(Homicide|Terrorist|Execution)/],
  ['Suicide', /^Suicide/],
  ['Other accident or disaster', /^(Other Accident|Air|Maritime|Disaster)/],
];
const REST = 'Other or not stated';

/** How many times the time limit a release gets, once, when no pattern was found within the limit. */
const PATIENCE = 4;

const causeGroup = (cause) => CAUSES.find(([, words]) => words.test(cause))?.[0] ?? REST;
const region = (country) => regionOf.get(country) ?? 'Elsewhere';
const countryGroup = (country) => (NAMED.includes(country) ? country : `Other ${region(country)}`);

/**
 * Deaths abroad 2002-2012: country × cause, country × year, cause × year, and country × cause × year by region. Every
 * year a release joins what was published before, and is attacked together with the whole ledger. A table of which more
 * than a third of the non-zero counts are small is published coarser in that release, and so is one for which nothing
 * safe was found.
 */
export async function releaseYearByYear(seconds, print, { until = '2012', attackSeconds = 600 } = {}) {
  const deaths = readDeaths();
  const years = [...new Set(deaths.map(({ year }) => year))].sort();
  await refuseFullDetail(deaths, years);
  let ledger;
  for (let at = 0; at < years.length && years[at] <= until; at++) {
    const problem = release(grouped(deaths), years.slice(0, at + 1), at + 1);
    ledger = await releaseOne(problem, ledger, { year: years[at], seconds, attackSeconds, print });
  }
}

function readDeaths() {
  return parse(readFileSync(FILE, 'utf8'), { columns: true, bom: true }).map((row) => ({
    country: row.country_alpha3 || 'unknown',
    cause: row.cause_of_death || 'Not stated',
    year: row.date_of_death.slice(0, 4),
  }));
}

function grouped(deaths) {
  return deaths.map(({ country, cause, year }) => ({
    country: countryGroup(country),
    cause: causeGroup(cause),
    year,
    region: region(country),
  }));
}

/** Every country and every cause as recorded: the rule refuses it, and says so before anything is searched. */
async function refuseFullDetail(deaths, years) {
  const full = deaths.map((death) => ({ ...death, region: region(death.country) }));
  await tryProtect(
    parseProblem(release(full, years, 1)),
    { redesign: 'always' },
    'deaths by every country and cause',
  );
}

/**
 * The finest publication that is safe together with the ledger: the four families; where nothing safe was found with
 * them, countries by region; then the world alone. What cannot be published says so.
 * @returns the ledger to go on with; the former one when not even the coarsest can be released
 */
async function releaseOne(json, ledger, { year, seconds, attackSeconds, print }) {
  const options = { ...(ledger ? { ledger } : {}), timeLimitSeconds: seconds, key: 'bench' };
  for (const [detail, tables] of coarserAndCoarser(json)) {
    const name = `deaths to ${year}${detail}`;
    const started = performance.now();
    const cpu = process.cpuUsage();
    const pattern = await protectOrCoarser({ ...json, tables }, options, name);
    if (pattern === undefined) continue;
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const attacked = await attack(parsePublished(pattern), {
      ...(ledger ? { ledger } : {}),
      timeLimitSeconds: attackSeconds,
    });
    print(name, pattern.proof, { wall, cpu: (user + system) / 1e6, attacked });
    if (attacked.findings.length + attacked.undetermined.length === 0) {
      return parsePublished(ledgerWith(pattern, ledger));
    }
    console.log(`${name}: not released`);
  }
  console.log(`deaths to ${year}: nothing is released`);
  return ledger;
}

/** The tables as they are, then with countries by region (and without the fourth family), then for the world alone. */
function coarserAndCoarser({ tables, dimensions }) {
  const [country] = dimensions;
  const regions = country.codes.filter((code) => country.parents[code] === country.codes[0]);
  const flatTables = tables.filter(({ dimensions: own }) => own.length === 2);
  const at = (codes) =>
    flatTables.map((table) => (table.dimensions.includes('country') ? { ...table, codes } : table));
  return [
    ['', tables],
    [', by region', at({ country: [country.codes[0], ...regions] })],
    [', the world alone', flatTables.filter((table) => !table.dimensions.includes('country'))],
  ];
}

/** The pattern, of coarser tables where the rule finds these too fine; undefined when nothing safe was found. */
async function protectOrCoarser(json, options, name) {
  const pattern = await tryProtect(parseProblem(json), { ...options, redesign: 'always' }, name);
  if (!(pattern instanceof TooFine)) return pattern;
  const again = coarser(json, pattern.redesign);
  const coarse = await tryProtect(
    parseProblem(again),
    { ...options, redesign: 'always' },
    `${name}, coarser`,
  );
  return coarse instanceof TooFine ? undefined : coarse;
}

/**
 * The pattern; the refusal of tables that are too fine, after saying so; undefined when nothing is safe. What takes long
 * is the first pattern: with a growing ledger it is worth waiting for once.
 */
async function tryProtect(problem, options, name) {
  try {
    return await protect(problem, options);
  } catch (error) {
    if (!(error instanceof TooFine || error instanceof NothingSafe)) throw error;
    const { timeLimitSeconds, isLastTry } = options;
    const again = error instanceof NothingSafe && error.cells.length === 0 && !isLastTry;
    console.log(
      `${name}: ${error.message}${again ? ` Tried again for ${PATIENCE * timeLimitSeconds} s.` : ''}`,
    );
    if (error instanceof TooFine) return error;
    const longer = { ...options, timeLimitSeconds: PATIENCE * timeLimitSeconds, isLastTry: true };
    return again ? tryProtect(problem, longer, name) : undefined;
  }
}

/** The tables at the detail that the refusal says would do. */
function coarser(json, redesign) {
  const tables = json.tables.map((table) => {
    const advice = redesign.find((one) => one.table === table.name)?.coarser;
    if (!advice) return table;
    const codes = Object.fromEntries(
      advice.flatMap(({ dimension, keep }) => {
        const all = json.dimensions.find(({ name }) => name === dimension);
        const parents = new Set(Object.values(all.parents));
        const groups = all.codes.filter((code) => parents.has(code));
        if (keep === 'all codes')
          return table.codes?.[dimension] ? [[dimension, table.codes[dimension]]] : [];
        return [[dimension, keep === 'total only' ? [all.codes[0]] : groups]];
      }),
    );
    return { ...table, codes };
  });
  return { ...json, tables };
}

/** One release of the four families, of the deaths up to the last of `years`. */
function release(deaths, years, number) {
  const counts = new Map();
  for (const { country, cause, year } of deaths.filter((death) => years.includes(death.year))) {
    const key = JSON.stringify([country, cause, year]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const country = countriesInRegions(deaths);
  const regions = country.codes.filter((code) => country.parents[code] === 'World');
  return {
    threshold: 5,
    protection: 4,
    zeros: 'published',
    dimensions: [
      country,
      flat('cause', [...new Set(deaths.map(({ cause }) => cause))].sort()),
      flat('year', years),
    ],
    trueCells: [...counts].map(([key, value]) => ({ key: JSON.parse(key), value })),
    tables: [
      { name: 'country-cause', dimensions: ['country', 'cause'] },
      { name: 'country-year', dimensions: ['country', 'year'] },
      { name: 'cause-year', dimensions: ['cause', 'year'] },
      {
        name: 'region-cause-year',
        dimensions: ['country', 'cause', 'year'],
        codes: { country: ['World', ...regions] },
      },
    ].map((table) => ({ ...table, release: number })),
  };
}

function countriesInRegions(deaths) {
  const home = new Map(deaths.map(({ country, region: own }) => [country, own]));
  const regions = [...new Set(home.values())].sort();
  return {
    name: 'country',
    codes: ['World', ...regions, ...[...home.keys()].sort()],
    parents: Object.fromEntries([...regions.map((one) => [one, 'World']), ...home]),
  };
}

function flat(name, codes) {
  return { name, codes: ['All', ...codes], parents: Object.fromEntries(codes.map((code) => [code, 'All'])) };
}

import { cpus, totalmem } from 'node:os';

/** Prints the table of design/performance.md for ours, with the ratios. */
export function report(size, results) {
  console.log(
    `\n${size} cases; ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`,
  );
  console.log(
    '| work | connections | raw/s | ours/s | ours/raw | ours p50 ms | ours p99 ms | p99 ours/raw |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const {
    work,
    connections,
    filings,
    rawRate,
    oursRate,
    ratio,
    p99Ratio,
    oursP50,
    oursP99,
  } of results) {
    const name = filings ? `${work}, ${filings} filings/s` : work;
    const cells = [name, connections ?? '–', number(rawRate), number(oursRate), ratioOf(ratio, '**')];
    console.log(
      `| ${[...cells, milliseconds(oursP50), milliseconds(oursP99), ratioOf(p99Ratio)].join(' | ')} |`,
    );
  }
}

function milliseconds(value) {
  return value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0);
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

/** No ratio where raw answered nothing in its time, or faster than the clock of the load counts. */
function ratioOf(value, mark = '') {
  return Number.isFinite(value) ? `${mark}${value.toFixed(2)}${mark}` : '–';
}

import { cpus, totalmem } from 'node:os';

/** Prints the table of design/performance.md for ours, with the ratios. */
export function report(size, results) {
  console.log(
    `\n${size} cases; ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`,
  );
  console.log('| work | connections | raw req/s | ours req/s | ours/raw | ours p99 ms | p99 ours/raw |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { work, connections, rawRate, oursRate, ratio, p99Ratio, oursP99 } of results) {
    const cells = [work, connections ?? '–', number(rawRate), number(oursRate), ratioOf(ratio, '**')];
    console.log(`| ${[...cells, oursP99?.toFixed(0) ?? '–', ratioOf(p99Ratio)].join(' | ')} |`);
  }
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

/** No ratio where raw answered nothing in its time, or faster than the clock of the load counts. */
function ratioOf(value, mark = '') {
  return Number.isFinite(value) ? `${mark}${value.toFixed(2)}${mark}` : '–';
}

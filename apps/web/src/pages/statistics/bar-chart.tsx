import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import type { Line } from './crosstab.ts';

/** Bars drawn at most; what is beyond is one bar, so that the bars still add up to the total. */
const most = 15;
const rowHeight = 38;
const barHeight = 14;

function withRest(lines: readonly Line[], restLabel: (count: number) => string): Line[] {
  if (lines.length <= most) return [...lines];
  const shown = [...lines].sort((one, other) => other.total - one.total).slice(0, most - 1);
  const names = new Set(shown.map(({ code }) => code));
  const rest = lines.filter(({ code }) => !names.has(code));
  const total = rest.reduce((sum, line) => sum + line.total, 0);
  return [
    ...lines.filter(({ code }) => names.has(code)),
    { code: '…', label: restLabel(rest.length), total },
  ];
}

/** The width of an element, followed as it changes. */
function useWidth(): [ref: React.RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, entry.contentRect.width));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** One bar per row of the table. The table beside it holds the same figures for those who do not see the bars. */
export function BarChart({ lines, title }: { lines: readonly Line[]; title: string }): ReactNode {
  const { t } = useTranslation();
  const [box, width] = useWidth();
  const id = useId();
  const drawn = withRest(lines, (count) => t('statistics.rest', { count, n: formatNumber(count) }));
  const scale = scaleLinear<number>({
    domain: [0, Math.max(1, ...drawn.map(({ total }) => total))],
    range: [0, width - 64],
  });
  return (
    <figure className="panel chart">
      <figcaption id={id}>{title}</figcaption>
      <div ref={box}>
        <svg width={width} height={drawn.length * rowHeight} role="img" aria-labelledby={id}>
          {drawn.map((line, index) => (
            <Group key={line.code} top={index * rowHeight}>
              <text x={0} y={13} className="chart-label">
                {line.label}
              </text>
              <Bar
                x={0}
                y={18}
                width={Math.max(1, scale(line.total))}
                height={barHeight}
                rx={2}
                className="chart-bar"
              />
              <text x={Math.max(1, scale(line.total)) + 6} y={18 + barHeight - 2} className="chart-value">
                {formatNumber(line.total)}
              </text>
            </Group>
          ))}
        </svg>
      </div>
    </figure>
  );
}
